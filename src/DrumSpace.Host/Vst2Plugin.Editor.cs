using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host;

/// <summary>The plugin's window. Main thread, or a thread of its own that does all of this.</summary>
public sealed partial class Vst2Plugin
{
    private bool _editorOpen;

    /// <summary>Whether the plugin has a window.</summary>
    public bool HasEditor => Flags.HasFlag(EffectFlags.HasEditor);

    /// <summary>The window's size in pixels; null where the plugin does not tell. Hosts ask before or after opening.</summary>
    public unsafe (int Width, int Height)? EditorSize
    {
        get
        {
            EditorRectangle* rectangle = null;
            _effect.Dispatch(EffectOpcode.EditorGetRectangle, 0, 0, &rectangle);
            return rectangle == null
                ? null
                : (rectangle->Right - rectangle->Left, rectangle->Bottom - rectangle->Top);
        }
    }

    /// <summary>Opens the window inside of a parent.</summary>
    /// <param name="parent">The parent: an X11 window's number, or an HWND.</param>
    /// <returns>Whether the plugin opened it.</returns>
    public unsafe bool OpenEditor(nint parent)
    {
        _editorOpen = _effect.Dispatch(EffectOpcode.EditorOpen, 0, 0, (void*)parent) != 0;
        return _editorOpen;
    }

    /// <summary>Lets the window do its work; call it some 30 times a second while the window is open.</summary>
    public void IdleEditor() => _effect.Ask(EffectOpcode.EditorIdle);

    /// <summary>Closes the window; without effect when it is closed.</summary>
    public void CloseEditor()
    {
        if (_editorOpen)
        {
            _editorOpen = false;
            _effect.Ask(EffectOpcode.EditorClose);
        }
    }
}
