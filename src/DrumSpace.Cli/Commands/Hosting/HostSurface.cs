using System.Globalization;
using DrumSpace.Host;
using DrumSpace.Host.Live;
using DrumSpace.Host.Windows;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>What a user sees and presses: the plugins' windows, the terminal view and its keys; all of them may be missing.</summary>
/// <remarks>The main thread.</remarks>
internal sealed class HostSurface : IDisposable
{
    private readonly LiveEngine _engine;
    private readonly DeviceKeeper _keeper;
    private readonly HostNotices _notices;
    private readonly HostControls _controls;
    private readonly List<PluginWindow> _windows = [];
    private HostScreen? _screen;

    private HostSurface(LiveEngine engine, DeviceKeeper keeper, HostNotices notices)
    {
        _engine = engine;
        _keeper = keeper;
        _notices = notices;
        _controls = new HostControls(engine, notices.Tell, NextCapture);
    }

    /// <summary>Opens what there is.</summary>
    /// <param name="engine">What is played.</param>
    /// <param name="keeper">Where.</param>
    /// <param name="notices">What is told.</param>
    /// <param name="showsWindows">Whether to show the plugins' windows: null where there is a display.</param>
    /// <param name="showsTerminal">Whether to show the terminal view, where the output is a terminal.</param>
    /// <exception cref="PluginWindowException">Windows are wanted, and one cannot be shown.</exception>
    public static HostSurface Open(LiveEngine engine, DeviceKeeper keeper, HostNotices notices, bool? showsWindows, bool showsTerminal)
    {
        HostSurface surface = new(engine, keeper, notices);
        try
        {
            bool hasDisplay = OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 };
            if (showsWindows ?? hasDisplay)
            {
                surface.OpenWindows(isOptional: showsWindows == null);
            }

            if (showsTerminal && HostScreen.IsPossible)
            {
                surface._screen = HostScreen.OnTerminal(engine);
                notices.IsShown = true;
            }

            return surface;
        }
        catch
        {
            surface.Dispose();
            throw;
        }
    }

    /// <summary>Serves the plugins, the windows, the keys and the view. Call it about 30 times a second.</summary>
    /// <returns>False if the user ends the program: by a key, or by closing the last window.</returns>
    public bool Serve()
    {
        ServePlugins();
        bool goesOn = _screen == null || ServeKeys();
        _screen?.Paint(_keeper.Device is { } device ? HostDeviceState.Of(device, _engine) : HostDeviceState.None, _notices.Last);
        return goesOn && (_windows.Count == 0 || _windows.Any(window => window.IsOpen || window.IsLost));
    }

    /// <summary>Closes all.</summary>
    public void Dispose()
    {
        _windows.ForEach(window => window.Dispose());
        _screen?.Dispose();
        _notices.IsShown = false;
    }

    // Beside other recordings, by the time of day, never over one.
    private static string NextCapture()
    {
        string music = Environment.GetFolderPath(Environment.SpecialFolder.MyMusic);
        string folder = Path.Combine(music.Length > 0 ? music : Environment.CurrentDirectory, "DrumSpace");
        string stem = Path.Combine(folder, DateTime.Now.ToString("yyyy-MM-dd HH-mm-ss", CultureInfo.InvariantCulture));
        string free = stem;
        for (int i = 2; File.Exists(free + ".mid") || File.Exists(free + ".wav"); i++)
        {
            free = $"{stem} {i}";
        }

        return free;
    }

    private void OpenWindows(bool isOptional)
    {
        foreach (HostedPlugin plugin in _engine.Chain.Plugins)
        {
            try
            {
                _windows.Add(PluginWindow.Open(plugin));
            }
            catch (PluginWindowException e) when (isOptional)
            {
                _notices.Tell(e.Message);
            }
        }
    }

    private void ServePlugins()
    {
        int spaces = 0;
        foreach (PluginWindow window in _windows)
        {
            window.Serve();
            spaces += window.TakeSpaces();
        }

        // Those without a window have calls on the main thread, too.
        foreach (HostedPlugin plugin in _engine.Chain.Plugins.Where(plugin => !_windows.Exists(window => window.Plugin == plugin)))
        {
            plugin.IdleEditor();
        }

        if (spaces % 2 == 1)
        {
            _engine.Transport.Toggle();
        }

        bool mustRestart = false;
        foreach (HostedPlugin plugin in _engine.Chain.Plugins)
        {
            mustRestart |= plugin.TakeRestartRequest();
        }

        if (mustRestart)
        {
            _keeper.Restart();
        }
    }

    // One key a call: what it asks for must be in the engine's status before the next builds on it.
    private bool ServeKeys() =>
        Console.IsInputRedirected || !Console.KeyAvailable || _controls.Press(Console.ReadKey(intercept: true));
}
