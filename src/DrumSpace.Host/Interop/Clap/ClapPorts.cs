using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The audio ports of one direction. The host counts the channels of all ports in one row.</summary>
internal sealed unsafe class ClapPorts : IDisposable
{
    private readonly int[] _channelCounts;
    private ClapAudioBuffer* _buffers;

    public ClapPorts(int[] channelCounts)
    {
        _channelCounts = channelCounts;
        ChannelCount = channelCounts.Sum();
        _buffers = (ClapAudioBuffer*)NativeMemory.AllocZeroed((nuint)channelCounts.Length + 1, (nuint)sizeof(ClapAudioBuffer));
    }

    /// <summary>The number of channels of all ports together.</summary>
    public int ChannelCount { get; }

    /// <summary>The number of ports.</summary>
    public int Count => _channelCounts.Length;

    /// <summary>The ports over a block; valid until the next call.</summary>
    public ClapAudioBuffer* Over(AudioBuffers audio)
    {
        float** next = audio.Pointers;
        for (int port = 0; port < Count; port++)
        {
            _buffers[port] = new ClapAudioBuffer { Data32 = next, ChannelCount = (uint)_channelCounts[port] };
            next += _channelCounts[port];
        }

        return _buffers;
    }

    public void Dispose()
    {
        NativeMemory.Free(_buffers);
        _buffers = null;
    }
}
