namespace DrumSpace.Plugin.Commands;

/// <summary>
/// A command of the musician, which a momentary parameter, a MIDI message or a button runs. The audio thread only notices it; what takes
/// time is done in the background.
/// </summary>
/// <remarks>A class, because the first call through an interface may take a lock under Native AOT.</remarks>
internal abstract class PluginCommand
{
    /// <summary>
    /// Looks whether its parameter asks for it. The audio thread, after any parameter changed: no allocation, no lock, no wait.
    /// </summary>
    public virtual void Apply()
    {
    }

    /// <summary>Does what was asked for, if anything. The background thread.</summary>
    public virtual void Serve()
    {
    }
}
