namespace DrumSpace.Host;

/// <summary>
/// The ways in which real hosts differ from a tidy one; each was observed in a host that musicians use. All off is the tidy host.
/// </summary>
public sealed record HostHabits
{
    /// <summary>A host that does everything as the interface says.</summary>
    public static HostHabits None { get; } = new();

    /// <summary>
    /// As Ardour 7 behaves: rounded ppq, only what is asked for, uneven blocks, controllers at stop, 0 for emitted MIDI, no word of its pace.
    /// </summary>
    public static HostHabits Ardour { get; } = new()
    {
        PpqGrid = 1920,
        OnlyAskedFields = true,
        AlwaysChanged = true,
        BlockLengths = [752, 272],
        RefusesEvents = true,
        ControllersAtStop = true,
        TellsNoPace = true,
    };

    /// <summary>As Qtractor 0.9 behaves: ppq in 7680ths of a quarter and of float precision, half of the announced block, parameters from the main thread, no word of its pace.</summary>
    public static HostHabits Qtractor { get; } = new()
    {
        PpqGrid = 7680,
        FloatPpq = true,
        AlwaysChanged = true,
        BlockLengths = [512],
        SetsParametersFromAnotherThread = true,
        TellsNoPace = true,
    };

    /// <summary>As MusE 4 behaves: coarse ppq that stands still while a cycle of 1024 frames is split into blocks of 256.</summary>
    public static HostHabits Muse { get; } = new()
    {
        PpqGrid = 384,
        AlwaysChanged = true,
        CycleFrames = 1024,
        BlockLengths = [256],
    };

    /// <summary>ppq is rounded to one over this of a quarter (Ardour 1920, MusE 384); 0 does not round.</summary>
    public int PpqGrid { get; init; }

    /// <summary>ppq has the precision of a float (Qtractor).</summary>
    public bool FloatPpq { get; init; }

    /// <summary>"Transport changed" is set in every playing block, so it tells nothing.</summary>
    public bool AlwaysChanged { get; init; }

    /// <summary>Only the fields that the plugin's mask asks for are filled (Ardour).</summary>
    public bool OnlyAskedFields { get; init; }

    /// <summary>The reported time only moves on after this many frames, though blocks are shorter (MusE); 0 moves it with every block.</summary>
    public int CycleFrames { get; init; }

    /// <summary>The lengths that blocks have in turn, below or above what was announced; empty sends what was announced.</summary>
    public IReadOnlyList<int> BlockLengths { get; init; } = [];

    /// <summary>A block may reach over the loop's end instead of being split there.</summary>
    public bool BlocksCrossLoopEnd { get; init; }

    /// <summary>The plugin is resumed twice without a suspend between.</summary>
    public bool ResumesTwice { get; init; }

    /// <summary>So many frames are processed, stopped, before the song starts.</summary>
    public int StoppedFramesBefore { get; init; }

    /// <summary>So many frames are processed, stopped, after the song.</summary>
    public int StoppedFramesAfter { get; init; }

    /// <summary>Questions for the time are answered with nothing at all.</summary>
    public bool HasNoTime { get; init; }

    /// <summary>Parameters are set by another thread while blocks are processed, instead of between blocks by the audio thread.</summary>
    public bool SetsParametersFromAnotherThread { get; init; }

    /// <summary>The question whether blocks come in real time or offline is answered with nothing, in an export too (Ardour, VST2; Qtractor, both formats).</summary>
    public bool TellsNoPace { get; init; }

    /// <summary>Emitted MIDI is taken, but answered with 0 (Ardour, JUCE).</summary>
    public bool RefusesEvents { get; init; }

    /// <summary>Sustain off, reset controllers and all notes off come on all 16 channels when the transport stops (Ardour).</summary>
    public bool ControllersAtStop { get; init; }
}
