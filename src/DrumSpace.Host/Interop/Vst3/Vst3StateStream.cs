using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IBStream: a state in managed memory. One thread at a time.</summary>
/// <remarks>A call moves all the bytes that it asks for, because many plugins do not loop.</remarks>
internal sealed unsafe class Vst3StateStream : Vst3HostObject
{
    private static readonly nint Stream =
        Table(new Vst3StreamVtbl { Unknown = Unknown, Read = &Read, Write = &Write, Seek = &Seek, Tell = &Tell });

    private readonly MemoryStream _bytes = new();

    /// <summary>Makes an empty stream, to write to.</summary>
    public Vst3StateStream()
        : base((Vst3Stream.Id, Stream))
    {
    }

    /// <summary>Makes a stream to read.</summary>
    public Vst3StateStream(ReadOnlySpan<byte> content)
        : this()
    {
        _bytes.Write(content);
        _bytes.Position = 0;
    }

    public Vst3Stream* Pointer => (Vst3Stream*)Face;

    /// <summary>A copy of all bytes.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(void* face, void* buffer, int size, int* count)
    {
        if (size < 0 || (buffer == null && size > 0))
        {
            return Vst3Result.InvalidArgument;
        }

        int read = Of<Vst3StateStream>(face)._bytes.Read(new Span<byte>(buffer, size));
        if (count != null)
        {
            *count = read;
        }

        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(void* face, void* buffer, int size, int* count)
    {
        if (size < 0 || (buffer == null && size > 0))
        {
            return Vst3Result.InvalidArgument;
        }

        try
        {
            Of<Vst3StateStream>(face)._bytes.Write(new ReadOnlySpan<byte>(buffer, size));
        }
        catch (Exception e) when (e is IOException or OutOfMemoryException)
        {
            // The state is larger than a stream holds.
            return Vst3Result.OutOfMemory;
        }

        if (count != null)
        {
            *count = size;
        }

        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Seek(void* face, long offset, Vst3SeekMode mode, long* position)
    {
        MemoryStream bytes = Of<Vst3StateStream>(face)._bytes;
        long start = mode switch
        {
            Vst3SeekMode.Set => 0,
            Vst3SeekMode.Current => bytes.Position,
            Vst3SeekMode.End => bytes.Length,
            _ => long.MinValue,
        };
        if (start < 0 || offset < -start || offset > int.MaxValue - start)
        {
            return Vst3Result.InvalidArgument;
        }

        bytes.Position = start + offset;
        if (position != null)
        {
            *position = bytes.Position;
        }

        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Tell(void* face, long* position)
    {
        if (position == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *position = Of<Vst3StateStream>(face)._bytes.Position;
        return Vst3Result.Ok;
    }
}
