using DrumSpace.Editor;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Window;

/// <summary>The native window with the editor's view in it. Main thread.</summary>
internal sealed class PluginWindow : IPluginWindow
{
    private readonly EditorView _view;
    private readonly EditorWindow _window;

    private PluginWindow(EditorView view, EditorWindow window)
    {
        _view = view;
        _window = window;
    }

    /// <inheritdoc/>
    public bool IsOpen => _window.IsOpen;

    /// <summary>Makes a closed window.</summary>
    /// <param name="model">The instance.</param>
    /// <param name="edits">Filled by the window's thread.</param>
    /// <param name="host">The format.</param>
    /// <param name="log">Receives a line about each failure.</param>
    public static IPluginWindow Make(IEditorModel model, EditQueue edits, IEditorHost host, Action<string> log)
    {
        if (ContentFolders.Library is { } folder)
        {
            SkiaLibrary.UseFolder(folder);
        }

        EditorView view = new(model);
        return new PluginWindow(view, new EditorWindow(view, edits, host, log));
    }

    /// <inheritdoc/>
    public PixelSize SizeAt(double scale) => EditorView.SizeAt(scale);

    /// <inheritdoc/>
    public void Open(nint parent, PixelSize size) => _window.Open(parent, size);

    /// <inheritdoc/>
    public void Idle() => _window.Idle();

    /// <inheritdoc/>
    public void Resize(PixelSize size) => _window.Resize(size);

    /// <inheritdoc/>
    public void Show() => _window.Show();

    /// <inheritdoc/>
    public void Hide() => _window.Hide();

    /// <inheritdoc/>
    public void Close() => _window.Close();

    /// <inheritdoc/>
    public void Dispose()
    {
        _window.Dispose();
        _view.Dispose();
    }
}
