using System.ComponentModel;
using System.Diagnostics;
using DrumSpace.Editor.Tests.X11;

namespace DrumSpace.Editor.Tests.Accessibility;

/// <summary>A private session bus with the system's accessibility bus on it, and a screen reader in Python. One for all tests.</summary>
public sealed class AccessibilityBus : IDisposable
{
    private const string Launcher = "/usr/libexec/at-spi-bus-launcher";
    private const string Python = "/usr/bin/python3";

    private readonly List<Process> _processes = [];
    private readonly string? _missing;

    public AccessibilityBus(XServer server)
    {
        Server = server;
        if (!File.Exists(Launcher) || Start("dbus-daemon", "--session", "--nofork", "--print-address") is not { } daemon)
        {
            _missing = "No accessibility bus: apt-get install at-spi2-core dbus";
            return;
        }

        Address = daemon.StandardOutput.ReadLine() ?? "";
        Start(Launcher, "--launch-immediately");
        SetEnabled(true);
        _missing = Run(Python, "-c", "import gi; gi.require_version('Atspi', '2.0')") == 0
            ? null : "No library for screen readers: apt-get install python3-gi gir1.2-atspi-2.0";
    }

    public XServer Server { get; }

    /// <summary>The address of the session's bus.</summary>
    public string Address { get; } = "";

    /// <summary>Skips the test where something is missing.</summary>
    public void Require()
    {
        Server.Require();
        Assert.SkipWhen(_missing != null, _missing ?? "");
    }

    /// <summary>Switches accessibility on or off, as a desktop's settings do.</summary>
    public void SetEnabled(bool isEnabled) => Eventually.IsTrue(
        () => Run("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set",
            "string:org.a11y.Status", "string:IsEnabled", $"variant:boolean:{(isEnabled ? "true" : "false")}") == 0,
        "the accessibility bus");

    /// <summary>Starts a screen reader.</summary>
    internal ScreenReader StartReader() =>
        new(Start(Python, Path.Combine(AppContext.BaseDirectory, "Native", "screen_reader.py"))!);

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }

    private int Run(string program, params string[] arguments)
    {
        Process? process = Start(program, arguments);
        process?.StandardOutput.ReadToEnd();
        process?.WaitForExit();
        return process?.ExitCode ?? -1;
    }

    private Process? Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        (start.Environment["DISPLAY"], start.Environment["DBUS_SESSION_BUS_ADDRESS"]) = (Server.Display, Address);
        (start.Environment["LC_ALL"], start.Environment["GSETTINGS_BACKEND"]) = ("C.UTF-8", "memory");
        start.Environment.Remove("AT_SPI_BUS_ADDRESS");
        try
        {
            Process process = Process.Start(start)!;
            process.BeginErrorReadLine();
            _processes.Add(process);
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
