namespace DrumSpace.Midi.Clips;

/// <summary>How bars that were heard are written as a MIDI clip.</summary>
public sealed record CaptureClipForm
{
    /// <summary>Whether each drum and the melody have a track of their own (format 1) instead of one for all (format 0).</summary>
    public bool TrackPerVoice { get; init; }

    /// <summary>Whether the tempo and the time signatures are written.</summary>
    public bool WithTempo { get; init; } = true;

    /// <summary>The name of the first track; none when null.</summary>
    public string? Name { get; init; }
}
