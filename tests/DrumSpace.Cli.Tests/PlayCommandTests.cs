using System.Buffers.Binary;
using DrumSpace.Cli.Commands;
using DrumSpace.Host;
using DrumSpace.Midi;

namespace DrumSpace.Cli.Tests;

/// <summary>`play` with Debian's plugins and DrumSpace's.</summary>
public sealed class PlayCommandTests : IDisposable
{
    private const string Nekobi = "/usr/lib/vst/Nekobi-vst.so";
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-play-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_plugin_is_one_line_of_error()
    {
        (int code, _, string error) = Play("--plugin", "/nowhere/x.so", "-o", InFolder("x.mid"));
        Assert.Equal(1, code);
        Assert.Equal("error: /nowhere/x.so: no such file." + Environment.NewLine, error);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Without_an_output_the_options_are_named()
    {
        (int code, _, string error) = Play("--plugin", Nekobi);
        Assert.Equal(1, code);
        Assert.Contains("-o", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bpm", "3.5", "--bpm is a number from 4 to 999.")]
    [InlineData("--bars", "-1", "--bars is a number from 1 to 10000.")]
    [InlineData("--block", "100000", "--block is a number from 1 to 65536.")]
    public void Values_out_of_range_are_named(string option, string value, string message)
    {
        (int code, _, string error) = Play("--plugin", Nekobi, option, value, "-o", InFolder("x.mid"));
        Assert.Equal(1, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_parameter_lists_the_known_ones()
    {
        Assert.SkipUnless(File.Exists(Nekobi), $"No {Nekobi}: apt-get install dpf-plugins-vst");
        (int code, _, string error) = Play("--plugin", Nekobi, "--automate", "z9=0..1", "-o", InFolder("x.mid"));
        Assert.Equal(1, code);
        Assert.StartsWith("error: Nekobi has no parameter \"z9\". It has: Waveform, Tuning, Cutoff,", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_instrument_is_listed()
    {
        Assert.SkipUnless(File.Exists(Nekobi), $"No {Nekobi}: apt-get install dpf-plugins-vst");
        (int code, string output, _) = Play("--plugin", Nekobi, "--list");
        Assert.Equal(0, code);
        Assert.Contains("id 'DNek', 0 inputs, 1 outputs", output, StringComparison.Ordinal);
        Assert.Contains("Cutoff", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_midi_file_played_into_a_foreign_instrument_sounds()
    {
        Assert.SkipUnless(File.Exists(Nekobi), $"No {Nekobi}: apt-get install dpf-plugins-vst");
        TrackChunk track = new();
        track.AddNote(0, 480, 0, 45, 110);
        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(InFolder("in.mid"));
        (int code, _, string error) =
            Play("--plugin", Nekobi, "--bars", "1", "--midi-in", InFolder("in.mid"), "--wav", InFolder("out.wav"));
        Assert.Equal((0, ""), (code, error));
        byte[] wav = File.ReadAllBytes(InFolder("out.wav"));

        // One channel of 24 bits: 2 s of music at 120 quarters per minute and a tail of 1 s.
        Assert.Equal(44 + 3 * 48000 * 3, wav.Length);
        int loudest = Enumerable.Range(0, 24000).Max(i => Math.Abs(BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(44 + i * 3 + 1))));
        Assert.True(loudest > 300, $"the loudest sample of the first half second is {loudest} of 32767");
    }

    [Fact]
    public void The_plugins_pattern_is_rendered_follows_the_automation_and_is_reproducible()
    {
        string plugin = Path.Combine(Repository.PluginFolder, "DrumSpace.so");
        Assert.SkipUnless(Path.Exists(plugin), $"No {plugin}: ./build.sh");
        byte[] still = Beat(plugin, "still", "z1=0.5");
        byte[] moved = Beat(plugin, "moved", "z1=0..1");
        Assert.NotEqual(still, moved);
        Assert.Equal(moved, Beat(plugin, "again", "z1=0..1"));
        TrackChunk track = MidiFile.Read(moved, "moved").Tracks.Single();
        TrackEvent[] notes = [.. track.Events.ToArray().Where(e => e.IsNoteOn)];
        Assert.True(notes.Length >= 16, $"{notes.Length} notes in 4 bars");
        Assert.All(notes, note => Assert.Equal(0, note.Ticks % 240));
        Assert.Equal(notes.Length, track.Events.ToArray().Count(e => e.IsNoteOff));
        Assert.Equal(4 * 4 * 960, track.EndTicks);
        Assert.Equal("4 4 DrumSpace 16.0", Mido.Run(
            """
            import sys, mido
            midi = mido.MidiFile(sys.argv[1])
            meter = [message for message in midi.tracks[0] if message.type == "time_signature"][0]
            ticks = sum(message.time for message in midi.tracks[0])
            print(meter.numerator, meter.denominator, midi.tracks[0].name, ticks / midi.ticks_per_beat)
            """,
            InFolder("moved")));
    }

    [Theory]
    [InlineData("DrumSpace.so")]
    [InlineData("DrumSpace.clap")]
    [InlineData("DrumSpace.vst3")]
    public void A_refused_state_is_an_error_with_the_plugins_own_reason_and_nothing_is_written(string name)
    {
        string plugin = Path.Combine(Repository.PluginFolder, name);
        Assert.SkipUnless(Path.Exists(plugin), $"No {plugin}: ./build.sh");
        File.WriteAllText(InFolder("junk"), "junkjunk");
        (int code, string output, string error) =
            Play("--plugin", plugin, "--state", InFolder("junk"), "--bars", "1", "-o", InFolder("x.mid"));
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"error: {InFolder("junk")}: DrumSpace refuses this state: ", error, StringComparison.Ordinal);
        Assert.Contains("no DrumSpace state", error, StringComparison.Ordinal);
        Assert.False(File.Exists(InFolder("x.mid")));
    }

    [Theory]
    [InlineData("DrumSpace.so")]
    [InlineData("DrumSpace.clap")]
    [InlineData("DrumSpace.vst3")]
    public void Without_a_model_the_plugins_reason_is_the_error(string name)
    {
        string own = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "DrumSpace", "models");
        Assert.SkipWhen(Directory.Exists(own), "This user has models.");

        // Copied away from the models beside it.
        string built = Path.Combine(Repository.PluginFolder, name);
        Assert.SkipUnless(File.Exists(built), $"No {built}: ./build.sh");
        foreach (string file in Directory.GetFiles(Repository.PluginFolder))
        {
            File.Copy(file, InFolder(Path.GetFileName(file)));
        }

        (int code, _, string error) = Play("--plugin", InFolder(name), "--bars", "1", "-o", InFolder("x.mid"));
        Assert.Equal(1, code);
        Assert.StartsWith("error: DrumSpace: No model can be loaded, so the default beat plays: ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(InFolder("x.mid")));
    }

    [Fact]
    public void A_state_that_a_foreign_plugin_takes_without_a_word_is_taken()
    {
        const string Amsynth = "/usr/lib/vst/amsynth_vst.so";
        Assert.SkipUnless(File.Exists(Amsynth), $"No {Amsynth}: apt-get install amsynth");
        using (HostedPlugin plugin = HostedPlugin.Load(Amsynth))
        {
            File.WriteAllBytes(InFolder("state"), plugin.GetState());
        }

        Assert.Equal(0, Play("--plugin", Amsynth, "--state", InFolder("state"), "--bars", "1", "-o", InFolder("x.mid")).Code);
    }

    [Fact]
    public void A_point_sets_knobs_seed_and_variation()
    {
        string plugin = Path.Combine(Repository.PluginFolder, "DrumSpace.so");
        Assert.SkipUnless(Path.Exists(plugin), $"No {plugin}: ./build.sh");
        (int code, _, string error) = Play(
            "--plugin", plugin, "--bars", "2", "--point", "drumspace:0.9,0.5,0.75,0.25;seed=334;var=1", "-o", InFolder("point"));
        Assert.Equal((0, ""), (code, error));
        (code, _, error) = Play(
            "--plugin", plugin, "--bars", "2", "-o", InFolder("curves"),
            "--automate", "Z1=0.9", "--automate", "Z2=0.5", "--automate", "Z3=0.75", "--automate", "Z4=0.25",
            "--automate", "Seed=0.33333334", "--automate", "Variation=1");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(File.ReadAllBytes(InFolder("curves")), File.ReadAllBytes(InFolder("point")));
        Assert.NotEqual(Beat(plugin, "other", "Z1=0.9"), File.ReadAllBytes(InFolder("point")));
    }

    private byte[] Beat(string plugin, string name, string curve)
    {
        (int code, _, string error) = Play("--plugin", plugin, "--bars", "4", "--automate", curve, "-o", InFolder(name));
        Assert.Equal((0, ""), (code, error));
        return File.ReadAllBytes(InFolder(name));
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private static (int Code, string Output, string Error) Play(params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using StringWriter outputText = new();
        using StringWriter errorText = new();
        try
        {
            Console.SetOut(outputText);
            Console.SetError(errorText);
            return (PlayCommand.Create().Parse(arguments).Invoke(), outputText.ToString(), errorText.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
