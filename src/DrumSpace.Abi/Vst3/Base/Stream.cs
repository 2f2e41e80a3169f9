using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IBStream::IStreamSeekMode: what a position is counted from.</summary>
public enum Vst3SeekMode
{
    /// <summary>The start.</summary>
    Set = 0,

    /// <summary>The current position.</summary>
    Current = 1,

    /// <summary>The end.</summary>
    End = 2,
}

/// <summary>IBStream: a state or preset to read or to write.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3Stream
{
    /// <summary>The id of IBStream.</summary>
    public static readonly Vst3Id Id = new(0xC3BF6EA2, 0x30994752, 0x9B6BF990, 0x1EE33E9B);

    /// <summary>The functions.</summary>
    public Vst3StreamVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3Stream"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3StreamVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(stream, buffer, size, bytes read) Receives how many were read, possibly fewer than size; the last may be null.</summary>
    public delegate* unmanaged[Cdecl]<void*, void*, int, int*, int> Read;

    /// <summary>(stream, buffer, size, bytes written) Receives how many bytes were written; the last may be null.</summary>
    public delegate* unmanaged[Cdecl]<void*, void*, int, int*, int> Write;

    /// <summary>(stream, offset in bytes, mode, position) Moves; receives the new position from the start; the last may be null.</summary>
    public delegate* unmanaged[Cdecl]<void*, long, Vst3SeekMode, long*, int> Seek;

    /// <summary>(stream, position) Receives the position in bytes from the start.</summary>
    public delegate* unmanaged[Cdecl]<void*, long*, int> Tell;
}
