using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DrumSpace.Editor.Win32;

/// <summary>The clipboard format CF_HDROP: a DROPFILES (shlobj_core.h), then paths, each with a final zero, then another zero.</summary>
internal static class FileDropList
{
    private const int HeaderLength = 20;

    // Offsets in DROPFILES: pFiles, the distance to the paths, and fWide, whether they are UTF-16.
    private const int PathsOffset = 0;
    private const int IsWideOffset = 16;

    /// <summary>A list of one file.</summary>
    /// <param name="path">A full path.</param>
    public static byte[] Encode(string path)
    {
        byte[] list = new byte[HeaderLength + ((path.Length + 2) * sizeof(char))];
        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(PathsOffset), HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(IsWideOffset), 1);
        Encoding.Unicode.GetBytes(path, list.AsSpan(HeaderLength));
        return list;
    }

    /// <summary>The paths of a list.</summary>
    /// <param name="list">What some program made; may be longer than it has to be.</param>
    /// <returns>None where it is malformed, or in a code page instead of UTF-16, as no program of today writes it.</returns>
    public static List<string> Decode(ReadOnlySpan<byte> list)
    {
        List<string> paths = [];
        if (list.Length < HeaderLength || BinaryPrimitives.ReadInt32LittleEndian(list[IsWideOffset..]) == 0)
        {
            return paths;
        }

        uint start = BinaryPrimitives.ReadUInt32LittleEndian(list[PathsOffset..]);
        if (start < HeaderLength || start >= list.Length)
        {
            return paths;
        }

        ReadOnlySpan<char> rest = MemoryMarshal.Cast<byte, char>(list[(int)start..]);
        for (int length = rest.IndexOf('\0'); length > 0; length = rest.IndexOf('\0'))
        {
            paths.Add(rest[..length].ToString());
            rest = rest[(length + 1)..];
        }

        return paths;
    }
}
