namespace DrumSpace.Plugin;

/// <summary>
/// The parameters that do something and go back by themselves: capture, undo, find. The audio thread only takes note of them; the work is
/// done in the background.
/// </summary>
public sealed partial class PluginCore
{
    // Audio thread, once a change of any parameter.
    private void ApplyCommands()
    {
        ApplyHistory();
        ApplyFind();
        ApplyCapture();
    }

    // Background thread, whenever it is woken.
    private void ServeCommands()
    {
        ServeHistory();
        ServeFind();
        ServeCapture();
    }
}
