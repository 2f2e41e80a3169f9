using System.Text;

namespace DrumSpace.Editor.X11;

/// <summary>The type text/uri-list (RFC 2483, section 5): one URI a line, CRLF, comments after '#'.</summary>
internal static class UriList
{
    private const string Scheme = "file:";
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>A file as a list of one. All but RFC 3986's unreserved characters are percent-encoded UTF-8.</summary>
    /// <param name="path">An absolute path.</param>
    public static string Encode(string path)
    {
        StringBuilder uri = new("file://");
        foreach (byte b in Encoding.UTF8.GetBytes(path))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'/' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                uri.Append((char)b);
            }
            else
            {
                uri.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 15]);
            }
        }

        return uri.Append("\r\n").ToString();
    }

    /// <summary>The paths of a list's files on this machine; whatever else it holds is left out.</summary>
    /// <param name="list">The list's bytes, with or without a zero at the end.</param>
    public static List<string> Decode(ReadOnlySpan<byte> list)
    {
        List<string> paths = [];
        foreach (string line in Encoding.UTF8.GetString(list).Split('\n', '\r', '\0'))
        {
            if (PathOf(line.Trim()) is { } path)
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    private static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string rest = uri[Scheme.Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            int slash = rest.IndexOf('/', 2);
            if (slash < 0 || !IsThisMachine(rest[2..slash]))
            {
                return null;
            }

            rest = rest[slash..];
        }

        string path = Unescape(rest);
        return path.StartsWith('/') && !path.Contains('\0') ? path : null;
    }

    // A '+' stays a plus: it means a blank in forms only. A '%' without two digits stays as it is, as some sources do not encode it.
    private static string Unescape(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1])
                && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = isEscape ? Convert.ToByte($"{(char)bytes[i + 1]}{(char)bytes[i + 2]}", 16) : bytes[i];
            i += isEscape ? 2 : 0;
        }

        return Encoding.UTF8.GetString(bytes.AsSpan(0, length));
    }

    // Sources write no host, "localhost", or the machine's name with or without its domain.
    private static bool IsThisMachine(string host)
    {
        string name = host.Split('.')[0];
        return host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.Equals(Environment.MachineName.Split('.')[0], StringComparison.OrdinalIgnoreCase);
    }
}
