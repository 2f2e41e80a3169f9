using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>A host's stream in memory.</summary>
internal sealed unsafe class HostStreamObject(byte[] content, int most = int.MaxValue) : Vst3Object((Vst3Stream.Id, (nint)Table))
{
    private static readonly Vst3StreamVtbl* Table =
        HostMemory.Keep(new Vst3StreamVtbl { Unknown = Unknown, Read = &Read, Write = &Write, Seek = &Seek, Tell = &Tell });

    private readonly List<byte> _bytes = [.. content];
    private int _position;

    public HostStreamObject(int most = int.MaxValue)
        : this([], most)
    {
    }

    public byte[] Bytes => [.. _bytes];

    public Vst3Stream* Pointer => (Vst3Stream*)First;

    /// <summary>Whether it fails instead of taking bytes.</summary>
    public bool IsFull { get; set; }

    protected override void End()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(void* self, void* buffer, int size, int* read)
    {
        HostStreamObject stream = (HostStreamObject)Of(self)!;
        *read = Math.Min(Math.Min(size, stream._bytes.Count - stream._position), stream.Most);
        stream.Bytes.AsSpan(stream._position, *read).CopyTo(new Span<byte>(buffer, size));
        stream._position += *read;
        return *read > 0 ? Vst3Result.Ok : Vst3Result.False;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(void* self, void* buffer, int size, int* written)
    {
        HostStreamObject stream = (HostStreamObject)Of(self)!;
        *written = stream.IsFull ? 0 : Math.Min(size, stream.Most);
        stream._bytes.AddRange(new ReadOnlySpan<byte>(buffer, *written));
        return stream.IsFull ? Vst3Result.InternalError : Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Seek(void* self, long offset, Vst3SeekMode mode, long* position) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Tell(void* self, long* position) => Vst3Result.NotImplemented;

    private int Most { get; } = most;
}
