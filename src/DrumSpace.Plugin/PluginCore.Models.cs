using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin;

/// <summary>Which model makes the beats.</summary>
public sealed partial class PluginCore
{
    private readonly ModelSwitch? _modelSwitch;
    private readonly ModelSection _modelSection;
    private string _status = "";

    /// <summary>
    /// What a musician should know of now, in a sentence or two; empty when all is well. The newest of what the log was told. Any thread.
    /// </summary>
    public string Status => Volatile.Read(ref _status);

    /// <summary>The models to choose from.</summary>
    public ModelList Models { get; }

    /// <summary>The model that plays, or will with its first beat; null when none could be loaded. Any thread but the audio thread.</summary>
    public ModelBundle? Model => _modelSwitch?.Used.Load();

    /// <summary>The model that the song asks for and that is not there; null when nothing is missing. Main thread.</summary>
    public string? MissingModel => _modelSection.Missing;

    /// <summary>What the four axes of the model that plays mean; null when it does not say. Any thread.</summary>
    public IReadOnlyList<AxisLabel>? AxisLabels => _modelSwitch?.Used.Manifest.Axes;

    /// <summary>Tells a musician of something: in <see cref="Status"/> and in the log. Any thread but the audio thread.</summary>
    internal void Tell(string notice)
    {
        Volatile.Write(ref _status, notice);
        PluginLog.Write(notice);
    }

    private DecodeChannel? Attach(ModelPlace? model) =>
        model == null ? null : DecodeWorker.Shared.Attach(model.Load(), failure => Errors.Count(Error.Decode, failure));

    // Audio thread.
    private void ApplyModel()
    {
        int index = Parameters.Get(ParameterTable.Model);
        _modelSection.Follow(index);
        _modelSwitch?.Choose(index, _speed == RenderSpeed.Offline);
    }
}
