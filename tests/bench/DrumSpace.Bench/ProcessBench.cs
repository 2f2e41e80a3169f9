using System.Diagnostics;
using System.Numerics.Tensors;
using DrumSpace.Host;

namespace DrumSpace.Bench;

/// <summary>
/// What process() of the built plugin costs at 64 frames and 48 kHz, in turns of random order with Debian's plugins in one process: the
/// plugin with its MIDI alone, with its kit and with its melody sounding, as VST2 and as CLAP, Nekobi and amsynth with a note on every 16th.
/// The song plays at 128 quarters a minute.
/// </summary>
internal static class ProcessBench
{
    private const int Rate = 48000;
    private const int Frames = 64;
    private const double Tempo = 128;
    private const int Turns = 200;
    private const int BlocksATurn = 1000;
    private const int WarmUpTurns = 5;

    /// <summary>A plugin in the race.</summary>
    private sealed record Entrant(string Name, HostedPlugin Plugin, HostTransport Transport, bool WantsNotes, BlockTimings Timings)
    {
        public long Messages { get; set; }

        public float Peak { get; set; }
    }

    public static void Run(string[] args)
    {
        string ours = args.Length > 0 ? args[0] : Path.Combine("out", "plugin", "DrumSpace.so");
        List<Entrant> entrants =
        [
            Enter("DrumSpace, MIDI alone", ours, false),
            Enter("DrumSpace, kit sounding", ours, false),
            Enter("DrumSpace, kit and melody", ours, false),
        ];
        entrants[0].Plugin.Parameter("Kit Vol").Value = 0;
        entrants[2].Plugin.Parameter("Mel On").Value = 1;
        string clap = Path.ChangeExtension(ours, ".clap");
        if (File.Exists(clap))
        {
            Entrant alone = Enter("DrumSpace, CLAP, MIDI alone", clap, false);
            alone.Plugin.Parameter("Kit Vol").Value = 0;
            entrants.AddRange([alone, Enter("DrumSpace, CLAP, kit sounding", clap, false)]);
        }

        foreach ((string name, string path, string package) in new[]
        {
            ("Nekobi, a note a 16th", "/usr/lib/vst/Nekobi-vst.so", "dpf-plugins-vst"),
            ("amsynth, a note a 16th", "/usr/lib/vst/amsynth_vst.so", "amsynth"),
        })
        {
            if (File.Exists(path))
            {
                entrants.Add(Enter(name, path, true));
            }
            else
            {
                Console.WriteLine($"{name}: left out; install it with: apt-get install {package}");
            }
        }

        // Drawn anew each turn: who comes first pays for what the one before drove out of the cache, and two of one library help each other.
        Entrant[] order = [.. entrants];
        Random random = new(1);
        for (int turn = -WarmUpTurns; turn < Turns; turn++)
        {
            random.Shuffle(order);
            foreach (Entrant entrant in order)
            {
                Play(entrant, isMeasured: turn >= 0);
            }
        }

        Console.WriteLine($"process(), {Frames} frames at {Rate} Hz, {Turns * BlocksATurn} blocks each, in turns of {BlocksATurn}");
        foreach (Entrant entrant in entrants)
        {
            string At(double share) => $"{entrant.Timings.Percentile(share) / 1000.0,9:F2}";
            Console.WriteLine($"{entrant.Name,-30} p50 {At(0.5)}  p99 {At(0.99)}  p99.9 {At(0.999)}  mean {entrant.Timings.Mean / 1000,8:F2} µs  "
                + $"({entrant.Messages} MIDI messages, peak {Math.Abs(entrant.Peak):F2})");
            entrant.Plugin.Dispose();
        }
    }

    private static Entrant Enter(string name, string path, bool wantsNotes)
    {
        HostedPlugin plugin = HostedPlugin.Load(path);
        HostTransport transport = new(Rate, Tempo);
        plugin.Configure(Rate, Frames);
        plugin.Pacing = ProcessPacing.RealTime;
        plugin.Transport = transport;
        plugin.Resume();
        transport.Start();
        return new Entrant(name, plugin, transport, wantsNotes, new BlockTimings());
    }

    private static void Play(Entrant entrant, bool isMeasured)
    {
        for (int block = 0; block < BlocksATurn; block++)
        {
            int frames = entrant.Transport.BeginBlock(Frames);
            if (entrant.WantsNotes)
            {
                QueueNotes(entrant, frames);
            }

            long start = Stopwatch.GetTimestamp();
            entrant.Plugin.Process(frames);
            long took = (Stopwatch.GetTimestamp() - start) * 1_000_000_000 / Stopwatch.Frequency;
            entrant.Transport.EndBlock(frames);
            if (isMeasured)
            {
                entrant.Timings.Add(took);
                entrant.Messages += entrant.Plugin.Emitted.Length;
                entrant.Peak = Math.Max(entrant.Peak, TensorPrimitives.MaxMagnitude(entrant.Plugin.Output(0)[..frames]));
            }
        }
    }

    /// <summary>A note-on where a 16th begins within the block, and its note-off where the next one does.</summary>
    private static void QueueNotes(Entrant entrant, int frames)
    {
        long before = (long)Math.Ceiling(entrant.Transport.PpqAt(0) * 4);
        long after = (long)Math.Ceiling(entrant.Transport.PpqAt(frames) * 4);
        if (after > before)
        {
            entrant.Plugin.QueueMidi(new ShortMessage(0, 0x80, Note(before - 1), 64));
            entrant.Plugin.QueueMidi(new ShortMessage(0, 0x90, Note(before), 100));
        }
    }

    private static byte Note(long sixteenth) => (byte)(48 + (sixteenth & 7));
}
