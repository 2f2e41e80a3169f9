using DrumSpace.Editor.Windows;

namespace DrumSpace.Plugin.Window;

/// <summary>An instance's window as the formats use it: the native window with its content, or a test's. Main thread.</summary>
internal interface IPluginWindow : IDisposable
{
    /// <summary>Whether it is open.</summary>
    bool IsOpen { get; }

    /// <summary>The size of the content at a scale.</summary>
    /// <param name="scale">1 for the content's own size.</param>
    PixelSize SizeAt(double scale);

    /// <summary>Opens it; <see cref="IsOpen"/> tells whether it could.</summary>
    /// <param name="parent">The host's window: an X11 window's number, or an HWND.</param>
    /// <param name="size">Its size.</param>
    void Open(nint parent, PixelSize size);

    /// <summary>Drains the queue of edits, and does what else the host's thread has to do.</summary>
    void Idle();

    /// <summary>Takes another size.</summary>
    void Resize(PixelSize size);

    /// <summary>Shows it.</summary>
    void Show();

    /// <summary>Hides it; nothing is painted meanwhile.</summary>
    void Hide();

    /// <summary>Closes it and waits for its thread; without effect if it is closed.</summary>
    void Close();
}
