using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop;

/// <summary>Planar float buffers in native memory, with the table of channel pointers that plugins take.</summary>
internal sealed unsafe class AudioBuffers : IDisposable
{
    // A cache line, because plugins may use aligned vector loads.
    private const nuint Alignment = 64;

    private float** _channels;

    public AudioBuffers(int channelCount, int frames)
    {
        ChannelCount = channelCount;
        Frames = frames;

        // A spare channel, so that the table is never null, not even without channels.
        nuint stride = ((nuint)frames * sizeof(float) + Alignment - 1) / Alignment * Alignment;
        nuint size = stride * (nuint)(channelCount + 1);
        var memory = (byte*)NativeMemory.AlignedAlloc(size, Alignment);
        NativeMemory.Clear(memory, size);
        _channels = (float**)NativeMemory.Alloc((nuint)(channelCount + 1), (nuint)sizeof(float*));
        for (int i = 0; i <= channelCount; i++)
        {
            _channels[i] = (float*)(memory + stride * (nuint)i);
        }
    }

    public int ChannelCount { get; }

    public int Frames { get; }

    public float** Pointers => _channels;

    public Span<float> Channel(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, ChannelCount);
        ObjectDisposedException.ThrowIf(_channels == null, this);
        return new Span<float>(_channels[index], Frames);
    }

    public void Clear()
    {
        for (int i = 0; i < ChannelCount; i++)
        {
            Channel(i).Clear();
        }
    }

    public void Dispose()
    {
        if (_channels != null)
        {
            NativeMemory.AlignedFree(_channels[0]);
            NativeMemory.Free(_channels);
            _channels = null;
        }
    }
}
