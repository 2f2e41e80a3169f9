using System.CommandLine;
using System.Runtime;
using System.Runtime.InteropServices;
using DrumSpace.Host;
using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace host`: plays plugins live, DrumSpace by default.</summary>
internal static class HostCommand
{
    // Plugins want to be served about 30 times a second.
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
        List<HostedPlugin> plugins = [];
        try
        {
            foreach (string path in options.Plugins(arguments))
            {
                plugins.Add(path == ShippedPlugin.Library ? HostedPlugin.Load(path) : TryPluginCommand.Load(path));
            }

            Play(new LiveChain(plugins), options, arguments, end);
        }
        finally
        {
            foreach (HostedPlugin plugin in plugins)
            {
                plugin.Dispose();
            }
        }
    }

    private static void Play(LiveChain chain, HostOptions options, ParseResult arguments, WaitHandle end)
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        LiveDeviceRequest request = options.Request(arguments, chain);
        using LiveEngine engine = new(chain, options.Engine(arguments));
        DeviceKeeper keeper = new(engine, () => LiveDrivers.Open(options.Driver(arguments), request), Console.Error.WriteLine);
        try
        {
            LiveDevice device = keeper.Device!;
            string names = string.Join(" > ", chain.Plugins.Select(plugin => plugin.Name));
            Console.WriteLine($"{names} on {device.Name}: {Terminal.Number(device.SampleRate, "0")} Hz, blocks of {device.BlockFrames} frames");
            if (options.Captures(arguments) is (var midi, var wav) && (midi ?? wav) != null)
            {
                engine.StartCapture(midi, wav);
            }

            if (options.Plays(arguments))
            {
                engine.Transport.Play();
            }

            do
            {
                foreach (HostedPlugin plugin in chain.Plugins)
                {
                    plugin.IdleEditor();
                }

                keeper.Tend();
            }
            while (!end.WaitOne(IdleMilliseconds));
        }
        finally
        {
            keeper.Dispose();
            Report(engine, keeper);
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
