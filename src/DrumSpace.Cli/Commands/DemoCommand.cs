using System.CommandLine;
using System.Globalization;
using DrumSpace.Cli.Commands.Demo;
using DrumSpace.Host;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace demo`: sweeps the knobs of the built plugin, shows its pattern, writes MIDI and audio, and measures.</summary>
internal static class DemoCommand
{
    private const double SampleRate = 48000;
    private const double Bpm = 120;
    private const int Bars = 8;
    private const double Quarters = Bars * 4;
    private const int BlockSize = 512;
    private const double OddSampleRate = 44100;
    private const double OddBpm = 133.7;
    private const int DelayBlockSize = 128;
    private const double DelaySeconds = 12;

    // The plugin's diagnostics, by the vendor-specific opcode: 'DrSp' and a number.
    private const int Vendor = 0x44725370;

    private static readonly (string Name, HostQuirks Habits)[] Hosts =
        [("Ardour", HostQuirks.Ardour), ("MusE", HostQuirks.Muse), ("Qtractor", HostQuirks.Qtractor)];

    private static readonly string[] Knobs = ["Z1", "Z2", "Z3", "Z4"];

    // A movement of its own for each knob.
    private static readonly string[] Movements = ["Z1=0..1", "Z2=1..0", "Z3=0:0.5,2:1,6:0,8:0.5", "Z4=0:0,2:1,4:0,6:1,8:0"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var plugin = new Option<string>("--plugin")
        {
            Description = "The built plugin.", HelpName = "PATH", DefaultValueFactory = _ => ShippedPlugin.Library,
        };
        var output = new OutputOption(isFolder: true, "--output", "-o")
        {
            Description = "The folder for demo.mid and demo.wav.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "out",
        };
        var command = new Command("demo", "Sweep the plugin's four knobs over 8 bars, show the pattern, and measure.") { plugin, output };
        command.SetRun(arguments => Run(arguments.GetRequiredValue(plugin), Path.GetFullPath(arguments.GetRequiredValue(output)!)));
        return command;
    }

    private static void Run(string path, string folder)
    {
        using Vst2Plugin plugin = Vst2Plugin.Load(path);
        PluginParameter[] knobs = [.. Knobs.Select(plugin.Parameter)];
        BlockTimings decode = DecodeTimes.Measure(Path.GetDirectoryName(plugin.Path)!);
        Figures figures = new(plugin);

        PatternScreen screen = new(knobs);
        HostTransport transport = new(SampleRate, Bpm);
        using Renderer renderer = new(plugin, transport, new RenderOptions
        {
            BlockSize = BlockSize,
            Pacing = PatternScreen.IsLive ? ProcessPacing.RealTime : ProcessPacing.Offline,
            Automation = [.. Movements.Select(text => AutomationCurve.Parse(text, Quarters, Quarters / Bars))],
            TailFrames = (int)SampleRate,
            BlockRendered = screen.BlockRendered,
        });
        Rendering song = screen.Show(() => renderer.Render((long)(Quarters * 60 / Bpm * SampleRate)));
        if (!song.NoteOns.Any())
        {
            throw new InvalidOperationException($"{plugin.Path} played no note in {Bars} bars; see its log.");
        }

        Directory.CreateDirectory(folder);
        string midi = Path.Combine(folder, "demo.mid");
        string wav = Path.Combine(folder, "demo.wav");
        SongMidi.Write(song, transport.TimeSignature, Quarters, plugin.Name).Write(midi);
        WavFile.Write(wav, song.Audio, SampleRate, bits: 16);
        figures.Add("written", $"{midi} ({song.NoteOns.Count()} notes), {wav} ({song.Audio[0].Length / SampleRate:0.0} s)");
        figures.Add("decode", $"p50 {Us(decode, 0.5)}, p99 {Us(decode, 0.99)} ({decode.Count} patterns by ONNX Runtime)");
        string times = $"p50 {Us(song.Timings, 0.5)}, p99 {Us(song.Timings, 0.99)}";
        double error = song.PlacementError(0.25, transport.Tempo);
        figures.Add("process()", $"{times} per block of {BlockSize} frames ({1e3 * BlockSize / SampleRate:0.0} ms)");
        figures.Add("placement error", $"at most {error:0.00} samples, {song.NoteOns.Count()} notes on 16ths at {Bpm} BPM");
        string sweep = figures.Allocations();
        foreach ((string host, HostQuirks quirks) in Hosts)
        {
            (error, int notes) = PlacementAs(plugin, quirks);
            string where = string.Create(CultureInfo.InvariantCulture, $"{OddBpm} BPM and {OddSampleRate / 1e3} kHz");
            figures.Add($"  as {host}", $"at most {error:0.00} samples, {notes} notes at {where} (16ths fall between samples)");
        }

        figures.Add("allocations, sweep", $"{sweep} (offline: the first block opens the model)");
        KnobDelay delay = new(plugin, knobs, SampleRate, Bpm);
        delay.Measure(DelayBlockSize, DelaySeconds);
        double[] delays = [.. delay.Delays.Order()];
        figures.Add("knob to note", delays.Length == 0
            ? "no new note after a turn of the knobs"
            : $"median {delays[delays.Length / 2]:0} ms, max {delays[^1]:0} ms over {delays.Length} turns in real time, "
                + $"with the wait for the next 16th that has a new note ({15e3 / Bpm:0} ms apart; blocks of {DelayBlockSize})");
        int turns = delay.MissedSteps + delays.Length;
        figures.Add("  missed", $"{delay.MissedSteps} of {turns} first new notes after a turn (turned in the block before the step)");
        figures.Add("allocations, real time", figures.Allocations());
        figures.Print(Console.Out);
    }

    /// <summary>The placement error with a host's rounding of time, where no 16th falls on a whole sample.</summary>
    private static (double Error, int Notes) PlacementAs(Vst2Plugin plugin, HostQuirks quirks)
    {
        HostTransport transport = new(OddSampleRate, OddBpm, quirks);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 1024, KeepsAudio = false });
        Rendering song = renderer.Render((long)(Quarters * 60 / OddBpm * OddSampleRate));
        return (song.PlacementError(0.25, transport.Tempo), song.NoteOns.Count());
    }

    private static string Us(BlockTimings timings, double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{timings.Percentile(share) / 1e3:0.0} us");

    private sealed class Figures(Vst2Plugin plugin)
    {
        private readonly List<(string Name, string Value)> _rows = [];

        public void Add(string name, FormattableString value) => Add(name, FormattableString.Invariant(value));

        public void Add(string name, string value) => _rows.Add((name, value));

        public string Allocations() => Ask(0) is { } bytes
            ? $"{bytes} managed bytes in process() since resume; {Ask(2)} decodes, {Ask(1)} collections in total"
            : "not reported by the plugin";

        public void Print(TextWriter output)
        {
            output.WriteLine();
            foreach ((string name, string value) in _rows)
            {
                output.WriteLine($"{name,-26}{value}");
            }
        }

        private long? Ask(int figure)
        {
            byte[] answer = new byte[sizeof(long)];
            return plugin.VendorSpecific(Vendor, figure, answer) == 1 ? BitConverter.ToInt64(answer) : null;
        }
    }
}
