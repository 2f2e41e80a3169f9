using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DrumSpace.Host;

/// <summary>Reads from a library's head which system and processor it is for: ELF and PE files.</summary>
public static class LibraryMachine
{
    private const int HeadBytes = 4096;

    /// <summary>Why this process cannot load a library because of its system or processor.</summary>
    /// <param name="path">A file.</param>
    /// <returns>The end of a sentence; null if that is no obstacle, or the file is no library.</returns>
    public static string? Mismatch(string path)
    {
        byte[] head = new byte[HeadBytes];
        int length;
        try
        {
            using FileStream file = File.OpenRead(path);
            length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        (string System, string Machine)? made = Read(head.AsSpan(0, length));
        (string System, string Machine) here = (OperatingSystem.IsWindows() ? "Windows" : "Linux", NameOf(RuntimeInformation.ProcessArchitecture));
        return made is { } one && one != here
            ? $"it is made for {one.System} on {one.Machine}, and this is {here.System} on {here.Machine}."
            : null;
    }

    /// <summary>Reads a library's head.</summary>
    /// <param name="head">The file's first bytes.</param>
    /// <returns>The system and the processor; null if it is no library.</returns>
    internal static (string System, string Machine)? Read(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 20 && head.StartsWith("\x7F"u8) && head[1..4].SequenceEqual("ELF"u8))
        {
            bool isLittle = head[5] != 2;
            ushort machine = isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(head[18..]) : BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
            return ("Linux", machine switch
            {
                3 => NameOf(Architecture.X86),
                62 => NameOf(Architecture.X64),
                40 => NameOf(Architecture.Arm),
                183 => NameOf(Architecture.Arm64),
                243 => NameOf(Architecture.RiscV64),
                _ => $"another processor (ELF {machine})",
            });
        }

        return ReadWindows(head);
    }

    private static (string System, string Machine)? ReadWindows(ReadOnlySpan<byte> head)
    {
        if (head.Length < 64 || !head.StartsWith("MZ"u8))
        {
            return null;
        }

        int start = BinaryPrimitives.ReadInt32LittleEndian(head[60..]);
        if (start < 0 || start > head.Length - 6 || !head[start..].StartsWith("PE\0\0"u8))
        {
            return null;
        }

        ushort machine = BinaryPrimitives.ReadUInt16LittleEndian(head[(start + 4)..]);
        return ("Windows", machine switch
        {
            0x14C => NameOf(Architecture.X86),
            0x8664 => NameOf(Architecture.X64),
            0xAA64 => NameOf(Architecture.Arm64),
            _ => $"another processor (PE {machine:X})",
        });
    }

    private static string NameOf(Architecture architecture) => architecture switch
    {
        Architecture.X86 => "x86 (32 bits)",
        Architecture.X64 => "x86-64",
        Architecture.Arm => "ARM (32 bits)",
        Architecture.Arm64 => "ARM64",
        _ => architecture.ToString(),
    };
}
