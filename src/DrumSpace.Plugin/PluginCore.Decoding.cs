using DrumSpace.Engine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>How knobs become beats: by the process's decode worker, or in place when the host renders offline.</summary>
public sealed partial class PluginCore : IBeatRequests
{
    private readonly DecodeChannel? _decoding;
    private bool _isOffline;

    /// <summary>The number of beats decoded for this instance that reached it. Audio thread, or while not processing.</summary>
    public long DecodeCount => _exchange.Reading.Serial;

    private Knobs Knobs => new(
        Parameters[ParameterTable.FirstKnob],
        Parameters[ParameterTable.FirstKnob + 1],
        Parameters[ParameterTable.FirstKnob + 2],
        Parameters[ParameterTable.FirstKnob + 3]);

    private DecodeChannel? Attach(ModelBundle? model) =>
        model == null ? null : DecodeWorker.Shared.Attach(model, failure => Faults.Count(Fault.Decode, failure));

    // In real time the audio thread only leaves the knobs' positions. Offline it decodes itself, so that the beat never depends on
    // how busy another thread is, and two renders are the same.
    bool IBeatRequests.Request(in Knobs knobs) =>
        _decoding != null && (_isOffline ? _decoding.DecodeNow(knobs) : _decoding.Request(knobs));
}
