using System.CommandLine;
using System.Runtime;
using System.Runtime.InteropServices;
using DrumSpace.Cli.Commands.Hosting;
using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace host`: plays plugins live, DrumSpace by default.</summary>
internal static class HostCommand
{
    // Plugins want to be served about 30 times a second, and a view is steady at as many pictures.
    private const int IdleMilliseconds = 33;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        HostOptions options = new();
        Command command = new("host", "Play a VST2, CLAP or VST3 plugin live, DrumSpace by default.");
        options.AddTo(command);
        command.SetRun(arguments =>
        {
            // Not by the command's cancellation: it is heard by other threads than the one that plugins know as their main thread.
            using ManualResetEventSlim end = new();
            void End(PosixSignalContext signal)
            {
                signal.Cancel = true;
                end.Set();
            }

            using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
            using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
            using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
            Run(options, arguments, end.WaitHandle);
        });
        return command;
    }

    private static void Run(HostOptions options, ParseResult arguments, WaitHandle end)
    {
        if (options.ListsDevices(arguments))
        {
            DeviceListing.Print(LiveDrivers.All, Console.Out);
            return;
        }

        SessionFile? file = options.Session(arguments);
        Session session = file is { Exists: true } ? file.Load() : new Session();
        using LoadedPlugins plugins = LoadedPlugins.Load(options.Plugins(arguments), session);
        Play(new LiveChain(plugins.All), options, arguments, session, file, end);
    }

    private static void Play(
        LiveChain chain, HostOptions options, ParseResult arguments, Session session, SessionFile? file, WaitHandle end)
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        DeviceSettingsFile settings = DeviceSettingsFile.OfUser;
        DeviceSettings chosen = options.ForgetsDevices(arguments) ? new DeviceSettings() : settings.Load();
        DeviceSettings devices = options.Devices(arguments, chosen);
        LiveDeviceRequest request = options.Request(arguments, chain, devices);
        string? driver = devices.Driver;

        // A device that is lost is looked for by the driver that had it, and by no other.
        LiveDevice OpenDevice()
        {
            LiveDevice device = LiveDrivers.Open(driver, request, out LiveDriver opened);
            driver = opened.Name;
            return device;
        }

        using LiveEngine engine = new(chain, options.Engine(arguments, session));
        HostNotices notices = new(Console.Error);
        using SessionKeeper sessions = new(engine, file);
        DeviceKeeper keeper = new(engine, OpenDevice, notices.Tell);
        try
        {
            if (devices != chosen || options.ForgetsDevices(arguments))
            {
                // Names mean something to one driver alone.
                settings.Save(devices.IsEmpty ? devices : devices with { Driver = driver });
            }

            Begin(engine, keeper.Device!, options, arguments, notices);
            using HostSurface surface = HostSurface.Open(engine, keeper, notices, options.ShowsWindows(arguments), !options.IsHeadless(arguments));
            do
            {
                keeper.Tend();
                sessions.Tend();
            }
            while (surface.Serve() && !end.WaitOne(IdleMilliseconds));
        }
        finally
        {
            keeper.Dispose();
            Report(engine, keeper);
        }
    }

    private static void Begin(LiveEngine engine, LiveDevice device, HostOptions options, ParseResult arguments, HostNotices notices)
    {
        string names = string.Join(" > ", engine.Chain.Plugins.Select(plugin => plugin.Name));
        Console.WriteLine($"{names} on {device.Name}: {Terminal.Number(device.SampleRate, "0")} Hz, blocks of {device.BlockFrames} frames");
        if (device.Notice is { } notice)
        {
            notices.Tell(notice);
        }

        if (options.Captures(arguments) is (var midi, var wav) && (midi ?? wav) != null)
        {
            engine.StartCapture(midi, wav);
        }

        if (options.Plays(arguments))
        {
            engine.Transport.Play();
        }
    }

    private static void Report(LiveEngine engine, DeviceKeeper keeper)
    {
        LiveStatus status = new();
        engine.ReadStatus(status);
        Console.WriteLine($"played {status.Frame} frames: {keeper.Xruns} xruns, {status.Overruns} blocks over time, "
            + $"{status.Losses} losses, {status.AllocatedBytes} bytes allocated by the audio thread");
    }
}
