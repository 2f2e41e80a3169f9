using DrumSpace.Editor.Model;
using CoreClipKind = DrumSpace.Plugin.Clips.ClipKind;

namespace DrumSpace.Plugin.Window;

/// <summary>MIDI clips for the window.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class EditorClips(PluginCore core, Action<string> log) : IEditorClips
{
    /// <inheritdoc/>
    public int CapturedBars => core.CapturedBars;

    /// <inheritdoc/>
    public string? Write(ClipKind kind, int bars, bool hasTrackPerVoice) => core.WriteClip(
        kind switch
        {
            ClipKind.Melody => CoreClipKind.Melody,
            ClipKind.Captured => CoreClipKind.Captured,
            _ => CoreClipKind.Beat,
        },
        Math.Max(bars, 1),
        hasTrackPerVoice);

    /// <inheritdoc/>
    public void Show(string path)
    {
        if (!DesktopFiles.TryShow(path))
        {
            log($"{path}: the desktop's file manager cannot be started.");
        }
    }
}
