namespace DrumSpace.Engine.Capture;

/// <summary>The kinds of events on the capture timeline.</summary>
internal enum CaptureEventKind : byte
{
    /// <summary>A note ends.</summary>
    NoteOff,

    /// <summary>A note begins.</summary>
    NoteOn,

    /// <summary>A bar begins.</summary>
    Bar,

    /// <summary>The tempo changes.</summary>
    Tempo,
}
