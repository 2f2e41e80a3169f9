namespace DrumSpace.Plugin.Input;

/// <summary>The channel mode messages of MIDI 1.0: controllers with a fixed meaning.</summary>
internal static class ChannelMode
{
    /// <summary>All sound off: silence at once, releases included. The first of the channel mode messages.</summary>
    public const int AllSoundOff = 120;

    /// <summary>Reset all controllers: pedals up, no parameter number selected.</summary>
    public const int ResetControllers = 121;

    /// <summary>All notes off. The messages after it (omni off and on, mono, poly) end all notes too.</summary>
    public const int AllNotesOff = 123;

    /// <summary>Whether a controller is a channel mode message.</summary>
    /// <param name="controller">0 to 127.</param>
    public static bool Is(int controller) => controller >= AllSoundOff;

    /// <summary>Whether a controller ends the notes of its channel.</summary>
    /// <param name="controller">0 to 127.</param>
    public static bool EndsNotes(int controller) => controller is AllSoundOff or >= AllNotesOff;
}
