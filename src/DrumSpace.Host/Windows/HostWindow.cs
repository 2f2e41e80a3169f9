using DrumSpace.Host.Interop.Win32;
using DrumSpace.Host.Interop.X11;

namespace DrumSpace.Host.Windows;

/// <summary>A top-level window of this program, to put a plugin's window into. Main thread.</summary>
internal abstract class HostWindow : IDisposable
{
    /// <summary>The X11 window's number, or the HWND: what plugins take as parent.</summary>
    public abstract nint Handle { get; }

    /// <summary>The inner size in pixels, as the user or <see cref="Resize"/> left it.</summary>
    public abstract (int Width, int Height) Size { get; }

    /// <summary>Whether the user wants it closed.</summary>
    public abstract bool IsClosed { get; }

    /// <summary>Whether its window system is gone.</summary>
    public virtual bool IsLost => false;

    /// <summary>How often the space bar was pressed that the plugin did not take, since the last question.</summary>
    public abstract int TakeSpaces();

    /// <summary>Makes a window of this system, shown.</summary>
    /// <exception cref="PluginWindowException">There is no display.</exception>
    public static HostWindow Create(string title, int width, int height) => OperatingSystem.IsWindows()
        ? new Win32HostWindow(title, width, height)
        : new X11HostWindow(title, width, height);

    /// <summary>Resizes it.</summary>
    /// <param name="width">The inner width in pixels.</param>
    /// <param name="height">The inner height in pixels.</param>
    /// <param name="isFixed">Whether the user may not resize it.</param>
    public abstract void Resize(int width, int height, bool isFixed);

    /// <summary>Takes what the window system sent, without waiting.</summary>
    public abstract void Serve();

    /// <inheritdoc/>
    public abstract void Dispose();
}
