using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The audio buses of one direction. The host counts the channels of all buses in one row.</summary>
internal sealed unsafe class Vst3Buses(Vst3Handle plugin, Vst3BusDirection direction) : IDisposable
{
    private int[] _channelCounts = [];
    private Vst3AudioBusBuffers* _buffers;

    /// <summary>The number of channels of all buses together.</summary>
    public int ChannelCount { get; private set; }

    /// <summary>The number of buses.</summary>
    public int Count => _channelCounts.Length;

    /// <summary>Whether there is a bus of events.</summary>
    public bool HasEvents { get; private set; }

    /// <summary>Asks the plugin for its buses again. Main thread.</summary>
    public void Read()
    {
        HasEvents = plugin.BusCount(Vst3MediaType.Event, direction) > 0;
        _channelCounts = plugin.ChannelCounts(direction);
        ChannelCount = _channelCounts.Sum();
        NativeMemory.Free(_buffers);
        _buffers = (Vst3AudioBusBuffers*)NativeMemory.AllocZeroed((nuint)Count + 1, (nuint)sizeof(Vst3AudioBusBuffers));
    }

    /// <summary>Activates all buses of a direction, those of events included. Main thread.</summary>
    public void Activate()
    {
        foreach (Vst3MediaType media in (ReadOnlySpan<Vst3MediaType>)[Vst3MediaType.Audio, Vst3MediaType.Event])
        {
            for (int bus = 0; bus < plugin.BusCount(media, direction); bus++)
            {
                plugin.Component->Vtbl->ActivateBus(plugin.Component, media, direction, bus, 1);
            }
        }
    }

    /// <summary>The speakers of each bus; null if the plugin does not give them.</summary>
    public Vst3SpeakerArrangement[]? Arrangements()
    {
        var arrangements = new Vst3SpeakerArrangement[Count];
        for (int bus = 0; bus < Count; bus++)
        {
            Vst3SpeakerArrangement arrangement;
            if (plugin.Processor->Vtbl->GetBusArrangement(plugin.Processor, direction, bus, &arrangement) != Vst3Result.Ok)
            {
                return null;
            }

            arrangements[bus] = arrangement;
        }

        return arrangements;
    }

    /// <summary>The buses over a block; valid until the next call.</summary>
    public Vst3AudioBusBuffers* Over(AudioBuffers audio)
    {
        float** next = audio.Pointers;
        for (int bus = 0; bus < Count; bus++)
        {
            _buffers[bus] = new Vst3AudioBusBuffers { ChannelCount = _channelCounts[bus], Channels = (void**)next };
            next += _channelCounts[bus];
        }

        return _buffers;
    }

    public void Dispose()
    {
        NativeMemory.Free(_buffers);
        _buffers = null;
    }
}
