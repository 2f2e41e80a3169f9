using DrumSpace.Editor;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Formats;

namespace DrumSpace.Plugin.Window;

/// <summary>An instance's window without a host: to be looked at, described or painted into a picture.</summary>
/// <remarks>One thread, which takes the host's place.</remarks>
public sealed class StandaloneEditor : IEditorHost, IDisposable
{
    private readonly EditorWindow _window;

    /// <summary>Makes the window of an instance, closed.</summary>
    /// <param name="core">The instance; whoever made it disposes it, after this.</param>
    /// <param name="preferences">How the window looks; null for how the user likes it, which changes are then kept.</param>
    public StandaloneEditor(PluginCore core, EditorPreferences? preferences = null)
    {
        ArgumentNullException.ThrowIfNull(core);
        WindowServices services = WindowServices.Shared;
        if (preferences != null)
        {
            services = services with { Preferences = new WindowPreferences(null, PluginLog.Write) { Current = preferences } };
        }

        EditQueue edits = new();
        HostParameterMirror mirror = new(core.Parameters, static (_, _) => true);
        Model = new PluginEditorModel(core, mirror, edits, static () => { }, services);
        View = new EditorView(Model);
        _window = new EditorWindow(View, edits, this, PluginLog.Write);
    }

    /// <summary>The instance as its window sees it.</summary>
    public IEditorModel Model { get; }

    /// <summary>What the window shows.</summary>
    public EditorView View { get; }

    /// <summary>Whether the window is there; false once the user closed it.</summary>
    public bool IsOpen => _window.IsOpen;

    /// <summary>Opens the window on the desktop, at the scale of the preferences.</summary>
    /// <exception cref="WindowSystemException">There is no window system.</exception>
    public void Open() =>
        _window.Open(0, EditorView.SizeAt(EditorWindow.ScaleFor(EditorView.SizeAt(1), Model.Preferences.Zoom)));

    /// <summary>Does what the window has for the host's thread. To be called some 20 times a second.</summary>
    public void Idle() => _window.Idle();

    /// <inheritdoc/>
    public void BeginEdit(int index)
    {
    }

    /// <inheritdoc/>
    public void Edit(int index, float value)
    {
    }

    /// <inheritdoc/>
    public void EndEdit(int index)
    {
    }

    /// <inheritdoc/>
    public bool RequestSize(PixelSize size) => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        _window.Dispose();
        View.Dispose();
    }
}
