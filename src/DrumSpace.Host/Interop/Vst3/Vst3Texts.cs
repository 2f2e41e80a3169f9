using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>Texts of fixed size, which end at a null or with their room.</summary>
internal static unsafe class Vst3Texts
{
    /// <summary>A text in UTF-8, trimmed.</summary>
    public static string Read(byte* text, int size)
    {
        ReadOnlySpan<byte> room = new(text, size);
        int end = room.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? room : room[..end]).Trim();
    }

    /// <summary>A text of 128 characters, trimmed.</summary>
    public static string Read(char* text)
    {
        ReadOnlySpan<char> room = new(text, Vst3Text.Size);
        int end = room.IndexOf('\0');
        return (end < 0 ? room : room[..end]).Trim().ToString();
    }

    /// <summary>Writes a text into 128 characters.</summary>
    public static void Write(string text, char* target)
    {
        Span<char> room = new(target, Vst3Text.Size);
        room.Clear();
        text.AsSpan(0, Math.Min(text.Length, Vst3Text.Size - 1)).CopyTo(room);
    }

    /// <summary>A null-terminated name of ASCII; null if there is none.</summary>
    public static string? Name(byte* name) => Marshal.PtrToStringUTF8((nint)name);
}
