using System.CommandLine;
using System.Globalization;
using DrumSpace.Host;
using DrumSpace.Midi;
using DrumSpace.Midi.Files;
using DrumSpace.Music;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace play`: renders the output of a VST2, CLAP or VST3 plugin into a MIDI file and a WAV file.</summary>
internal static class PlayCommand
{
    private const int QuartersPerBar = 4;

    // A MIDI file cannot be slower than 3.58.
    private const double MinTempo = 4;
    private const double DefaultTailSeconds = 1;
    private const double MaxTailSeconds = 10;
    private const int MaxStateBytes = 64 << 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var plugin = new Option<string>("--plugin")
        {
            Description = "The plugin: *.clap is CLAP, *.vst3 (file or folder) VST3, other files VST2.", HelpName = "PATH", Required = true,
        };
        var bpm = new Option<double>("--bpm") { Description = "Quarter notes per minute.", DefaultValueFactory = _ => 120 };
        var bars = new Option<int>("--bars") { Description = "The length in bars of 4/4.", DefaultValueFactory = _ => 8 };
        var sampleRate = new Option<double>("--sample-rate") { Description = "Frames per second.", DefaultValueFactory = _ => 48000 };
        var block = new Option<int>("--block") { Description = "Frames per block.", DefaultValueFactory = _ => 512 };
        var automate = new Option<string[]>("--automate")
        {
            Description = "Automate a parameter: NAME=FROM..TO over all bars, NAME=BAR:VALUE,BAR:VALUE (from bar 0), or NAME=VALUE.",
            HelpName = "CURVE",
        };
        Option<string?> point = CommandOptions.Point("Play DrumSpace at this point.");
        var program = new Option<int?>("--program") { Description = "The program to select, from 0." };
        var state = new Option<FileInfo?>("--state") { Description = "A state chunk to load first." };
        var realtime = new Option<bool>("--realtime") { Description = "Render in real time instead of offline." };
        var midiIn = new Option<FileInfo?>("--midi-in") { Description = "A MIDI file to play into the plugin, from bar 0." };
        var output = new OutputOption(isFolder: false, "--output", "-o") { Description = "The MIDI file to write.", HelpName = "MIDI" };
        var wav = new OutputOption(isFolder: false, "--wav") { Description = "The 24-bit WAV file to write." };
        var list = new Option<bool>("--list") { Description = "Show the plugin, its parameters and programs, and render nothing." };
        var command = new Command("play", "Play a VST2, CLAP or VST3 plugin and write its MIDI and audio.")
        {
            plugin, bpm, bars, sampleRate, block, automate, point, program, state, realtime, midiIn, output, wav, list,
        };
        bpm.WithRange(MinTempo, 999);
        bars.WithRange(1, 10000);
        sampleRate.WithRange(8000, 384000);
        block.WithRange(1, 65536);
        command.SetRun(arguments =>
        {
            if (!arguments.GetValue(list) && arguments.GetValue(output) == null && arguments.GetValue(wav) == null)
            {
                throw new ArgumentException("Nothing to write: name a MIDI file (-o), a WAV file (--wav), or --list.");
            }

            PluginLogTail log = new();
            using HostedPlugin loaded = HostedPlugin.Load(arguments.GetValue(plugin)!);
            if (arguments.GetValue(list))
            {
                PluginListing.Print(loaded, Console.Out);
                return;
            }

            Prepare(loaded, arguments.GetValue(program), arguments.GetValue(state));
            double length = (double)arguments.GetValue(bars) * QuartersPerBar;
            TempoCurve tempo = TempoCurve.Constant(arguments.GetValue(bpm));
            RenderOptions options = new()
            {
                BlockSize = arguments.GetValue(block),
                Pacing = arguments.GetValue(realtime) ? ProcessPacing.RealTime : ProcessPacing.Offline,
                Automation = [.. CurvesOf(arguments.GetValue(point)).Concat(arguments.GetValue(automate) ?? [])
                    .Select(text => AutomationCurve.Parse(text, length, QuartersPerBar))],
                MidiIn = arguments.GetValue(midiIn) is { } file ? SongMidi.Read(MidiFile.Read(file.FullName), tempo) : [],
                KeepsAudio = arguments.GetValue(wav) != null,
                TailFrames = TailFrames(loaded, arguments.GetValue(sampleRate)),
            };
            HostTransport transport = new(arguments.GetValue(sampleRate), tempo);
            Play(loaded, transport, options, length, arguments.GetValue(output), arguments.GetValue(wav), log);
        });
        return command;
    }

    // The parameters of DrumSpace that a point holds, as `--automate` takes them.
    private static IEnumerable<string> CurvesOf(string? point)
    {
        if (point == null)
        {
            return [];
        }

        PatternPoint at = PatternPoint.Parse(point);
        double seed = (at.Seed - 1) / (double)(PatternPoint.MaxSeed - 1);
        return [.. Enumerable.Range(0, Latent.Dimensions).Select(axis => Curve($"Z{axis + 1}", at.Knobs[axis])),
            Curve("Seed", seed), Curve("Variation", at.Amount)];
        static string Curve(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");
    }

    private static void Prepare(HostedPlugin plugin, int? program, FileInfo? state)
    {
        if (state != null)
        {
            SetState(plugin, state.FullName);
        }

        if (program is { } number)
        {
            if (number < 0 || number >= plugin.ProgramCount)
            {
                throw new ArgumentException($"{plugin.Name} has no program {number}; it has {plugin.ProgramCount}, counted from 0.");
            }

            plugin.Program = number;
        }
    }

    private static void SetState(HostedPlugin plugin, string file)
    {
        byte[] state = BoundedFile.Read(file, MaxStateBytes);
        PluginLogTail log = new();
        if (!plugin.TrySetState(state))
        {
            IReadOnlyList<string> reasons = log.Lines is { Count: > 0 } lines ? lines : (plugin as ClapPlugin)?.Log ?? [];
            string? reason = reasons.Count > 0 ? reasons[^1] : null;
            throw new ArgumentException($"{file}: {plugin.Name} refuses this state{(reason is null ? "." : $": {reason}")}");
        }
    }

    private static void Play(
        HostedPlugin plugin,
        HostTransport transport,
        RenderOptions options,
        double length,
        string? output,
        string? wav,
        PluginLogTail log)
    {
        if (wav != null && plugin.OutputCount == 0)
        {
            throw new ArgumentException($"{plugin.Name} has no audio outputs for {wav}.");
        }

        using Renderer renderer = new(plugin, transport, options);
        Rendering song = renderer.Render((long)Math.Round(transport.Tempo.SecondsAt(length) * transport.SampleRate));
        Report(plugin, log.Lines);
        if (output != null)
        {
            SongMidi.Write(song, transport.TimeSignature, length, plugin.Name).Write(output);
            Console.WriteLine($"{output}: {song.NoteOns.Count()} notes, {song.Messages.Count} messages");
        }

        if (wav != null)
        {
            WavFile.Write(wav, song.Audio, transport.SampleRate, bits: 24);
            float peak = song.Audio.SelectMany(channel => channel).Select(MathF.Abs).DefaultIfEmpty().Max();
            double seconds = song.Audio[0].Length / transport.SampleRate;
            Console.WriteLine(FormattableString.Invariant($"{wav}: {seconds:0.0} s, peak {20 * Math.Log10(peak):0.0} dBFS"));
        }

        Console.WriteLine($"process: {song.Timings.Count} blocks, p50 {Us(0.5)}, p99 {Us(0.99)}, p99.9 {Us(0.999)}");
        if (options.Pacing == ProcessPacing.RealTime && renderer.Overruns > 0)
        {
            Console.Error.WriteLine($"note: {renderer.Overruns} blocks took longer than their duration; live, each would be a dropout.");
        }

        if (renderer.MisplacedMessages > 0)
        {
            Console.Error.WriteLine($"note: {plugin.Name} placed {renderer.MisplacedMessages} messages outside their block.");
        }

        int late = song.NoteOns.Count(note => note.Quarters >= length);
        if (output != null && late > 0)
        {
            Console.Error.WriteLine($"note: {plugin.Name} played {late} notes after the last bar; they are not in {output}.");
        }

        if (song.HangingNotes.Count > 0)
        {
            IEnumerable<string> notes = song.HangingNotes.Select(note => $"{note.Note} on channel {note.Channel + 1}");
            Console.Error.WriteLine($"note: {plugin.Name} left notes hanging: {string.Join(", ", notes)}.");
        }

        string Us(double share) => Terminal.Number(song.Timings.Percentile(share) / 1e3, "0.0") + " us";
    }

    // What the plugin logged while it played; without a model it plays the same beat whatever it is asked for.
    private static void Report(HostedPlugin plugin, IReadOnlyList<string> lines)
    {
        if (lines.FirstOrDefault(line => line.StartsWith(StatusLine.NoModel, StringComparison.Ordinal)) is { } refusal)
        {
            throw new InvalidOperationException($"{plugin.Name}: {refusal}");
        }

        foreach (string line in lines)
        {
            Console.Error.WriteLine($"note: {plugin.Name}: {line}");
        }
    }

    private static int TailFrames(HostedPlugin plugin, double sampleRate) => plugin.Tail > 1
        ? (int)Math.Min(plugin.Tail, MaxTailSeconds * sampleRate)
        : (int)(DefaultTailSeconds * sampleRate);
}
