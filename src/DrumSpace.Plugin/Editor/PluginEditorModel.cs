using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Formats;

namespace DrumSpace.Plugin.Window;

/// <summary>An instance as its window sees it.</summary>
/// <remarks>The window's thread; once it has ended, the host's.</remarks>
internal sealed class PluginEditorModel : IEditorModel
{
    private readonly EditorParameters _parameters;
    private readonly EditorStatus _status;
    private readonly WindowPreferences _preferences;

    /// <summary>Makes a model of an instance.</summary>
    /// <param name="core">The instance.</param>
    /// <param name="mirror">The values that its host knows.</param>
    /// <param name="edits">Takes what belongs to the host's thread.</param>
    /// <param name="commandDone">Called on the host's thread after a command of the window moved parameters.</param>
    /// <param name="services">The user's files, and the clock.</param>
    public PluginEditorModel(
        PluginCore core, HostParameterMirror mirror, EditQueue edits, Action commandDone, WindowServices services)
    {
        PatternPictures pictures = new(core);
        _parameters = new EditorParameters(core, mirror, edits);
        _status = new EditorStatus(core, services.Clock);
        _preferences = services.Preferences;
        Playing = new EditorPlaying(core, new SlotPictures(core, pictures, services.Clock));
        Space = new EditorSpace(core, edits);
        Programs = new EditorPrograms(core, services.Stars, edits, commandDone, services.Clock);
        History = new EditorHistory(core, pictures, edits, commandDone);
        Clips = new EditorClips(core, PluginLog.Write);
    }

    /// <inheritdoc/>
    public IEditorParameters Parameters => _parameters;

    /// <inheritdoc/>
    public IEditorPlaying Playing { get; }

    /// <inheritdoc/>
    public IEditorSpace Space { get; }

    /// <inheritdoc/>
    public IEditorPrograms Programs { get; }

    /// <inheritdoc/>
    public IEditorHistory History { get; }

    /// <inheritdoc/>
    public IEditorClips Clips { get; }

    /// <inheritdoc/>
    public string Status => _status.Text;

    /// <inheritdoc/>
    public EditorPreferences Preferences
    {
        get => _preferences.Current;
        set => _preferences.Current = value;
    }

    /// <summary>Ends all gestures, because the window closes.</summary>
    public void EndGestures() => _parameters.EndAll();
}
