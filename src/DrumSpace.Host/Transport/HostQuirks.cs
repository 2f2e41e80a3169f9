namespace DrumSpace.Host;

/// <summary>
/// How real hosts deviate from a conforming one. Each quirk was observed in a host that musicians use; the host's name is at the quirk.
/// </summary>
public sealed record HostQuirks
{
    /// <summary>A conforming host.</summary>
    public static HostQuirks None { get; } = new();

    /// <summary>Ardour 7.</summary>
    public static HostQuirks Ardour { get; } = new()
    {
        PpqGrid = 1920,
        FillsRequestedFieldsOnly = true,
        AlwaysReportsChange = true,
        BlockLengths = [752, 272],
        ReturnsZeroForEvents = true,
        SendsControllersAtStop = true,
        HidesPacing = true,
    };

    /// <summary>Qtractor 0.9.</summary>
    public static HostQuirks Qtractor { get; } = new()
    {
        PpqGrid = 7680,
        FloatPpq = true,
        AlwaysReportsChange = true,
        BlockLengths = [512],
        SetsParametersFromAnotherThread = true,
        HidesPacing = true,
    };

    /// <summary>MusE 4.</summary>
    public static HostQuirks Muse { get; } = new()
    {
        PpqGrid = 384,
        AlwaysReportsChange = true,
        CycleFrames = 1024,
        BlockLengths = [256],
    };

    /// <summary>ppq is rounded to 1/n of a quarter (Ardour 1920, Qtractor 7680, MusE 384); 0 for no rounding.</summary>
    public int PpqGrid { get; init; }

    /// <summary>ppq has the precision of a float (Qtractor).</summary>
    public bool FloatPpq { get; init; }

    /// <summary>"Transport changed" is set in every playing block, so it carries no information (Ardour, Qtractor, MusE).</summary>
    public bool AlwaysReportsChange { get; init; }

    /// <summary>Only the time fields that the plugin requests are filled (Ardour).</summary>
    public bool FillsRequestedFieldsOnly { get; init; }

    /// <summary>The reported time is updated once in so many frames, although blocks are shorter (MusE); 0 for every block.</summary>
    public int CycleFrames { get; init; }

    /// <summary>The lengths of blocks in turn, below or above the announced one; empty for the announced one.</summary>
    public IReadOnlyList<int> BlockLengths { get; init; } = [];

    /// <summary>Blocks may reach over the loop's end instead of being split there.</summary>
    public bool BlocksCrossLoopEnd { get; init; }

    /// <summary>The plugin is resumed twice without a suspension in between.</summary>
    public bool ResumesTwice { get; init; }

    /// <summary>The number of frames that are processed, stopped, before the song.</summary>
    public int StoppedFramesBefore { get; init; }

    /// <summary>The number of frames that are processed, stopped, after the song.</summary>
    public int StoppedFramesAfter { get; init; }

    /// <summary>The host has no song time.</summary>
    public bool ReportsNoTime { get; init; }

    /// <summary>Parameters are set from another thread while blocks are processed, not by the audio thread in between (Qtractor).</summary>
    public bool SetsParametersFromAnotherThread { get; init; }

    /// <summary>Plugins cannot learn whether blocks come in real time or offline, not even in an export (Ardour, VST2; Qtractor).</summary>
    public bool HidesPacing { get; init; }

    /// <summary>The answer to MIDI that plugins output is 0, although the MIDI is used (Ardour, JUCE).</summary>
    public bool ReturnsZeroForEvents { get; init; }

    /// <summary>Sustain off, reset controllers and all notes off are sent on all 16 channels when the transport stops (Ardour).</summary>
    public bool SendsControllersAtStop { get; init; }
}
