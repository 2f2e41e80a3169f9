using DrumSpace.Plugin.Background;

namespace DrumSpace.Plugin;

/// <summary>
/// The parameters that do something and go back by themselves: capture, undo, find. The audio thread only takes note of them; the work is
/// done in the background.
/// </summary>
public sealed partial class PluginCore
{
    private readonly BackgroundTask _background;

    /// <summary>
    /// Called after a command, a preset or a found pattern moved parameters without the host: on the thread that moved them, which is never
    /// the audio thread.
    /// </summary>
    public Action? ParametersMoved { get; set; }

    // Audio thread, once a change of any parameter.
    private void ApplyCommands()
    {
        ApplyHistory();
        ApplyFind();
        ApplyCapture();
    }

    // Background thread, after a request.
    private void ServeCommands()
    {
        int version = Parameters.Version;
        ServeHistory();
        ServeFind();
        ServeCapture();
        if (Parameters.Version != version)
        {
            ParametersMoved?.Invoke();
        }
    }
}
