using DrumSpace.Engine;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>How knobs become beats: by the process's decode worker, or in place when the host renders offline.</summary>
public sealed partial class PluginCore : IBeatRequests
{
    private readonly DecodeChannel? _decoding;
    private RenderSpeed _speed;

    /// <summary>The number of beats decoded for this instance that reached it. Audio thread, or while not processing.</summary>
    public long DecodeCount => _exchange.Reading.Serial;

    private static Knobs KnobsOf(ParameterView values) => new(
        (float)values.Get(ParameterTable.Knobs[0]),
        (float)values.Get(ParameterTable.Knobs[1]),
        (float)values.Get(ParameterTable.Knobs[2]),
        (float)values.Get(ParameterTable.Knobs[3]));

    void IBeatRequests.Lock(int voices, ReadOnlySpan<ushort> masks) => _decoding?.Lock(voices, masks);

    // In real time the audio thread only leaves the knobs' positions. Offline it decodes itself, so that the beat never depends on
    // how busy another thread is, and two renders are the same. It loads another model only if the host said that it is offline.
    bool IBeatRequests.Request(in Knobs knobs, PatternVariation variation)
    {
        if (_decoding == null)
        {
            return false;
        }

        return _speed switch
        {
            RenderSpeed.Offline => _modelSwitch!.UseNow(knobs, variation) | _decoding.DecodeNow(knobs, variation),
            RenderSpeed.AssumedOffline => _decoding.DecodeNow(knobs, variation),
            _ => _decoding.Request(knobs, variation),
        };
    }
}
