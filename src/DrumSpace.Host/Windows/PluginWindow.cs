namespace DrumSpace.Host.Windows;

/// <summary>A window of ours that shows a plugin's own window: X11 on Linux, Win32 on Windows.</summary>
/// <remarks>The thread that loaded the plugin, which calls <see cref="Serve"/> at least 30 times a second.</remarks>
public sealed class PluginWindow : IDisposable
{
    // For plugins that do not tell their size before their window is open.
    private const int FirstWidth = 800, FirstHeight = 600;

    private readonly HostedPlugin _plugin;
    private readonly HostWindow _window;
    private (int Width, int Height) _shown;
    private (int Width, int Height) _asked;
    private bool _isFixed;

    private PluginWindow(HostedPlugin plugin, HostWindow window)
    {
        _plugin = plugin;
        _window = window;
        _shown = window.Size;
    }

    /// <summary>Whether it is shown; false once the user closed it or its display is gone.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The plugin.</summary>
    public HostedPlugin Plugin => _plugin;

    /// <summary>Whether its display is gone.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Opens a plugin's window.</summary>
    /// <param name="plugin">Its window is closed.</param>
    /// <returns>The window, shown.</returns>
    /// <exception cref="PluginWindowException">There is no display, or the plugin has no window that can be shown in another.</exception>
    public static PluginWindow Open(HostedPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        (int width, int height) = plugin.EditorSize ?? (FirstWidth, FirstHeight);
        return Open(plugin, HostWindow.Create(plugin.Name, width, height));
    }

    /// <summary>Opens a plugin's window in a window that there is.</summary>
    internal static PluginWindow Open(HostedPlugin plugin, HostWindow window)
    {
        PluginWindow opened = new(plugin, window);
        if (!plugin.TryOpenEditor(window.Handle))
        {
            window.Dispose();
            throw new PluginWindowException($"{plugin.Name} has no window that can be shown here.");
        }

        opened.IsOpen = true;
        opened.FollowPlugin();
        return opened;
    }

    /// <summary>How often the space bar was pressed that the plugin did not take, since the last question.</summary>
    /// <returns>The number of presses.</returns>
    public int TakeSpaces() => IsOpen ? _window.TakeSpaces() : 0;

    /// <summary>Serves the window and the plugin's own. Also when it is closed: plugins have calls on the main thread without a window.</summary>
    public void Serve()
    {
        if (IsOpen)
        {
            _window.Serve();
            if (_window.IsClosed || _window.IsLost)
            {
                IsLost = _window.IsLost;
                Close();
            }
            else
            {
                FollowUser();
            }
        }

        _plugin.IdleEditor();
        if (IsOpen)
        {
            FollowPlugin();
        }
    }

    /// <summary>Closes the plugin's window, then ours.</summary>
    public void Dispose() => Close();

    // The plugin's first: its window lies in ours.
    private void Close()
    {
        if (IsOpen)
        {
            IsOpen = false;
            _plugin.CloseEditor();
            _window.Dispose();
        }
    }

    private void FollowUser()
    {
        if (_window.Size == _shown)
        {
            return;
        }

        _shown = _window.Size;

        // What is asked is taken even if the plugin chose another size: answering a user's size with another would never end.
        _ = _plugin.TryResizeEditor(_shown.Width, _shown.Height);
    }

    private void FollowPlugin()
    {
        bool isFixed = !_plugin.CanResizeEditor;
        if (_plugin.EditorSize is { Width: > 0, Height: > 0 } size && (size != _asked || isFixed != _isFixed))
        {
            _asked = size;
            _isFixed = isFixed;
            if (size != _shown || isFixed)
            {
                _shown = size;
                _window.Resize(size.Width, size.Height, isFixed);
            }
        }
    }
}
