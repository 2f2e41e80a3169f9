using DrumSpace.Abi.Vst2;
using DrumSpace.Host.Interop.Vst2;

namespace DrumSpace.Host;

/// <summary>The window of a VST2 plugin. All calls come from one thread, usually the main thread.</summary>
public sealed class Vst2Editor
{
    private readonly Vst2Effect _effect;

    internal Vst2Editor(Vst2Effect effect) => _effect = effect;

    /// <summary>Whether the plugin has a window.</summary>
    public bool IsSupported => _effect.Fields.Flags.HasFlag(EffectFlags.HasEditor);

    /// <summary>Whether the window is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The window's size in pixels; null if the plugin does not give it. Hosts ask before or after opening.</summary>
    public (int Width, int Height)? Size => _effect.EditorRectangle is { } r ? (r.Right - r.Left, r.Bottom - r.Top) : null;

    /// <summary>Opens the window inside of a parent.</summary>
    /// <param name="parent">An X11 window's number, or an HWND.</param>
    /// <returns>Whether the plugin opened it.</returns>
    public bool Open(nint parent) => IsOpen = _effect.OpenEditor(parent);

    /// <summary>Lets the plugin update the window; call it about 30 times a second while the window is open.</summary>
    public void Idle() => _effect.Ask(EffectOpcode.EditorIdle);

    /// <summary>Closes the window; without effect if it is closed.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            IsOpen = false;
            _effect.Ask(EffectOpcode.EditorClose);
        }
    }
}
