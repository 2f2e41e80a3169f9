using DrumSpace.Host;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>The melody through the built plugin: the tests' model decides the drums, the shipped network the line.</summary>
public abstract class MelodyTests(PluginFormat format)
{
    private const double Tempo = 120;
    private const int Frames = 384_000 - 2;

    public sealed class OfVst2() : MelodyTests(PluginFormat.Vst2);

    public sealed class OfClap() : MelodyTests(PluginFormat.Clap);

    public sealed class OfVst3() : MelodyTests(PluginFormat.Vst3);

    [Fact]
    public void Off_it_plays_nothing_and_on_it_plays_the_line_of_the_beat_over_and_over()
    {
        Assert.Empty(Notes(Play()));
        MelodyPhrase line = Line(new MelodyRequest(MelodyRole.Bass, 4, 9, MelodyScale.Minor, 0, 0.8, 1, 0, 3));
        (long Step, int Note)[] expected =
        [
            .. Enumerable.Range(0, 64).Where(step => line[step % 32].IsNote).Select(step => ((long)step, line[step % 32].Note)),
        ];
        Assert.True(expected.Length > 8);
        Rendering rendering = Play(
            ("Mel On", "on"), ("Mel Role", "bass"), ("Mel Key", "A"), ("Mel Scale", "minor"), ("Mel Temp", "100"), ("Mel Seed", "3"),
            ("Mel Density", "80"));
        Assert.Equal(expected, Notes(rendering));
        Assert.Empty(rendering.HangingNotes);
        Assert.InRange(rendering.PlacementError(0.25, TempoCurve.Constant(Tempo)), 0, 0.5);
    }

    [Fact]
    public void Following_in_full_it_begins_notes_on_the_kick_alone_also_when_that_is_locked()
    {
        (string, string)[] settings = [("Mel On", "on"), ("Mel Role", "bass"), ("Mel Follow", "100"), ("Mel Density", "80"), ("Z1", "100")];
        using HostedPlugin plugin = With(settings);
        long[] steps = [.. Notes(Render(plugin)).Select(note => note.Step)];
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Equal(0, step % 8));
        plugin.Parameter("Kick Lock").Value = 1;
        Render(plugin);
        plugin.Parameter("Z1").Value = 0;
        Assert.Equal(steps, Notes(Render(plugin)).Select(note => note.Step));
        plugin.Parameter("Kick Lock").Value = 0;
        Assert.Empty(Notes(Render(plugin)));
    }

    [Fact]
    public void It_keeps_to_key_and_scale_and_moves_by_octaves()
    {
        (long Step, int Note)[] home = Notes(Play(("Mel On", "on"), ("Mel Key", "Eb"), ("Mel Scale", "blues"), ("Mel Temp", "200")));
        Assert.NotEmpty(home);
        Assert.All(home, note => Assert.Contains((note.Note + 12 - 3) % 12, new[] { 0, 3, 5, 6, 7, 10 }));
        (long Step, int Note)[] low = Notes(Play(("Mel On", "on"), ("Mel Key", "Eb"), ("Mel Scale", "blues"), ("Mel Temp", "200"), ("Mel Octave", "-2")));
        Assert.Equal(home.Select(note => (note.Step, note.Note - 24)), low);
    }

    [Fact]
    public void Channel_gate_and_velocities_shape_its_notes()
    {
        Rendering rendering = Play(("Mel On", "on"), ("Mel Channel", "4"), ("Mel Gate", "5"), ("Vel Low", "30"), ("Vel High", "30"));
        RenderedMessage[] all = [.. rendering.Messages.Where(message => message.Message.Channel == 3)];
        Assert.NotEmpty(all);
        Assert.All(all.Where(message => message.Message.IsNoteOn), message => Assert.Equal(30, message.Message.Data2));
        for (int i = 0; i < all.Length; i += 2)
        {
            Assert.True(all[i].Message.IsNoteOn && all[i + 1].Message.IsNoteOff);
            Assert.Equal(0, (all[i + 1].Frame - all[i].Frame) % 300);
        }
    }

    [Fact]
    public void Two_renders_are_the_same_to_the_bit_and_blocks_change_nothing()
    {
        (string, string)[] settings = [("Mel On", "on"), ("Z1", "100"), ("Z2", "80"), ("Swing", "58"), ("Mel Follow", "40")];
        Rendering whole = Play(512, settings);
        foreach (int block in new[] { 512, 64, 1000 })
        {
            Rendering other = Play(block, settings);
            Assert.Equal(Timed(whole), Timed(other));
            Assert.True(whole.Audio[0].AsSpan(0, Frames).SequenceEqual(other.Audio[0].AsSpan(0, Frames)), $"blocks of {block}");
        }
    }

    [Fact]
    public void Its_voice_is_heard_in_tune_and_can_be_turned_off()
    {
        (string, string)[] settings =
            [("Mel On", "on"), ("Kit Vol", "off"), ("Mel Role", "bass"), ("Mel Gate", "100"), ("Mel Density", "20"), ("Mel Vol", "0")];
        Rendering rendering = Play(settings);
        float[] sound = rendering.Audio[0];
        Assert.InRange(sound.Max(), 0.02f, 0.9f);
        Assert.True(sound.AsSpan().SequenceEqual(rendering.Audio[1]));
        RenderedMessage[] notes = [.. rendering.Messages.Where(message => message.Message.Channel == 0)];
        (RenderedMessage On, long Length) longest = Enumerable.Range(0, notes.Length / 2)
            .Select(i => (notes[2 * i], notes[(2 * i) + 1].Frame - notes[2 * i].Frame)).MaxBy(note => note.Item2);
        double hertz = 440 * Math.Pow(2, (longest.On.Message.Data1 - 69) / 12.0);
        Assert.Equal(48_000 / hertz, Period(sound.AsSpan((int)longest.On.Frame + 1000, (int)longest.Length - 1000), 48_000 / hertz), 0.01 * 48_000 / hertz);

        (string, string)[] silent = [.. settings[..^1], ("Mel Vol", "off")];
        Assert.All(Play(silent).Audio[0], value => Assert.Equal(0, value));
    }

    [Fact]
    public void In_real_time_the_worker_makes_the_line_and_the_audio_thread_allocates_nothing()
    {
        using HostedPlugin plugin = With(("Mel On", "on"), ("Mel Role", "bass"));
        Rendering rendering = BuiltPlugin.Render(plugin, new HostTransport(48_000, Tempo), 48_000 * 3, new RenderOptions
        {
            BlockSize = 256,
            Pacing = ProcessPacing.RealTime,
            Automation = [new AutomationCurve("Z1", new AutomationPoint(0, 0), new AutomationPoint(2, 1))],
        });
        Assert.NotEmpty(Notes(rendering));
        Assert.Empty(rendering.HangingNotes);
        Assert.Equal(0, BuiltPlugin.Diagnose(plugin, Diagnostic.ProcessBytes));
    }

    private Rendering Play(params (string Name, string Text)[] settings) => Play(512, settings);

    private Rendering Play(int block, params (string Name, string Text)[] settings)
    {
        using HostedPlugin plugin = With(settings);
        return BuiltPlugin.Render(plugin, new HostTransport(48_000, Tempo), Frames, new RenderOptions { BlockSize = block });
    }

    private HostedPlugin With(params (string Name, string Text)[] settings)
    {
        HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        foreach ((string name, string text) in settings)
        {
            Assert.True(plugin.Parameter(name).TrySetText(text), name);
        }

        return plugin;
    }

    private static Rendering Render(HostedPlugin plugin) => BuiltPlugin.Render(plugin, new HostTransport(48_000, Tempo), Frames);

    private static IEnumerable<(long, ShortMessage)> Timed(Rendering rendering) =>
        rendering.Messages.Select(message => (message.Frame, message.Message with { Frame = 0 }));

    private static (long Step, int Note)[] Notes(Rendering rendering) =>
        [.. rendering.NoteOns.Where(on => on.Message.Channel == 0).Select(on => ((long)Math.Round(on.Ppq * 4), (int)on.Message.Data1))];

    /// <summary>What the shipped network says to a hi-hat on every 16th.</summary>
    private static MelodyPhrase Line(MelodyRequest wish)
    {
        using ModelBundle bundle = ModelBundle.Load(Path.GetDirectoryName(BuiltPlugin.MelodyPath)!);
        using MelodySampler sampler = new(bundle);
        MelodyPhrase line = default;
        sampler.Sample(new Pattern([.. Enumerable.Repeat((ushort)(1 << (int)Voice.ClosedHiHat), 32)]), wish, ref line);
        return line;
    }

    // The lag near an expected one at which the sound resembles itself most, in tenths of a frame.
    private static double Period(ReadOnlySpan<float> sound, double expected)
    {
        double best = 0, highest = double.NegativeInfinity;
        for (double lag = 0.9 * expected; lag <= 1.1 * expected; lag += 0.1)
        {
            double sum = 0;
            int whole = (int)lag;
            float part = (float)(lag - whole);
            for (int i = 0; i + whole + 1 < sound.Length && i < 4 * expected; i++)
            {
                sum += sound[i] * (sound[i + whole] + (part * (sound[i + whole + 1] - sound[i + whole])));
            }

            (best, highest) = sum > highest ? (lag, sum) : (best, highest);
        }

        return best;
    }
}
