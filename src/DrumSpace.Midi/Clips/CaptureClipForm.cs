namespace DrumSpace.Midi.Clips;

/// <summary>The form of a captured MIDI clip.</summary>
public sealed record CaptureClipForm
{
    /// <summary>Whether each drum and the melody have tracks of their own (format 1) instead of a common one (format 0).</summary>
    public bool TrackPerVoice { get; init; }

    /// <summary>Whether tempo and time signatures are written.</summary>
    public bool WithTempo { get; init; } = true;

    /// <summary>The name of the first track; none when null.</summary>
    public string? Name { get; init; }
}
