namespace DrumSpace.Engine.Capture;

/// <summary>What lies on the line of what was heard.</summary>
internal enum CaptureEventKind
{
    /// <summary>A note ends.</summary>
    NoteOff = 0,

    /// <summary>A note begins.</summary>
    NoteOn = 1,

    /// <summary>A bar begins.</summary>
    Bar = 2,

    /// <summary>The tempo is another one.</summary>
    Tempo = 3,
}
