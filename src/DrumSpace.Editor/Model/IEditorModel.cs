namespace DrumSpace.Editor.Model;

/// <summary>
/// One instance of the plugin as its window sees it: plain values to show, and commands. The window, the description in text and the
/// tests know the plugin by this alone.
/// </summary>
/// <remarks>
/// One thread at a time, the window's; never the audio thread. Reading a value allocates nothing, unless a member says so, and waits for
/// nobody.
/// </remarks>
public interface IEditorModel
{
    /// <summary>The parameters.</summary>
    IEditorParameters Parameters { get; }

    /// <summary>What plays.</summary>
    IEditorPlaying Playing { get; }

    /// <summary>The learnt space.</summary>
    IEditorSpace Space { get; }

    /// <summary>The programs.</summary>
    IEditorPrograms Programs { get; }

    /// <summary>Undo and redo.</summary>
    IEditorHistory History { get; }

    /// <summary>MIDI clips of what plays.</summary>
    IEditorClips Clips { get; }

    /// <summary>What a musician should know of now, such as a missing model; empty when all is well.</summary>
    string Status { get; }

    /// <summary>How this user likes the window; setting it keeps it for the next window.</summary>
    EditorPreferences Preferences { get; set; }
}
