using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Midi;
using DrumSpace.Plugin.Tests.Input;

namespace DrumSpace.Plugin.Tests.Commands;

/// <summary>Capture, undo and find as a host works them, through the built library in both formats.</summary>
public class BuiltCommandTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void A_capture_is_what_the_host_received(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.Parameter("Z2").Value = 1;
        plugin.Parameter("Swing").Value = 0.5f;
        Assert.True(plugin.Parameter("Capture Bars").TrySetText("4"));
        using Renderer renderer = new(plugin, new HostTransport(48_000, 150), new RenderOptions { BlockSize = 300, KeepsAudio = false });
        renderer.Prepare();
        renderer.Transport.Start();
        renderer.RenderBlocks((long)(16.25 * 48_000 * 60 / 150));
        renderer.Transport.Stop();
        HashSet<string> before = Files();

        // The process may have had its captures for the moment: then asking again helps.
        Await(renderer, () => Files().Except(before).Any(), () => plugin.Parameter("Capture").Value = 0.5f);
        Assert.Equal("-", plugin.Parameter("Capture").Display);
        (long, byte, byte)[] received = [.. renderer.Messages
            .Where(m => m.Message.IsNoteOn && m.Ppq < 15.999)
            .Select(m => ((long)Math.Round(m.Ppq * 960), m.Message.Data1, m.Message.Data2))];
        Assert.Equal(4 * 18, received.Length);
        MidiFile[] captures = [.. Files().Except(before).Select(MidiFile.Read)];
        Assert.Contains(captures, file => file.Tracks.Count == 1 && file.Tracks[0].EndTicks == 16 * 960
            && received.Order().SequenceEqual(NoteOns(file.Tracks[0]).Order()));
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Undo_and_redo_reach_the_host_and_the_beat(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        using Renderer renderer = new(plugin, new HostTransport(48_000, 120), new RenderOptions { BlockSize = 256, KeepsAudio = false });
        renderer.Prepare();

        // Back to the first program and forth again: now the knobs' first place is noted.
        Press(0.5f, () => plugin.Parameter("Z1").Value != 0.25f);
        Press(1, () => plugin.Parameter("Z1").Value == 0.25f);
        plugin.Parameter("Z1").Value = 1;
        Press(0.5f, () => plugin.Parameter("Z1").Value < 1);
        Assert.Equal(0.25f, plugin.Parameter("Z1").Value);
        Press(1, () => plugin.Parameter("Z1").Value == 1);
        Assert.Equal([("Z1", 0.25f), ("Z1", 1f)], Messages.Reported(plugin).Where(told => told.Name == "Z1").TakeLast(2));
        renderer.Transport.Start();
        renderer.RenderBlocks(48_000);
        Assert.Contains(renderer.Messages, message => message.Message.IsNoteOn && message.Message.Data1 == 36);

        void Press(float undo, Func<bool> isSo)
        {
            plugin.Parameter("Undo").Value = undo;
            Await(renderer, isSo);
            Assert.Equal("-", plugin.Parameter("Undo").Display);
        }
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Two_bars_that_are_played_into_it_are_found(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.Parameter("Find Beat").Value = 1;
        using Renderer renderer = new(plugin, new HostTransport(48_000, 120), new RenderOptions
        {
            BlockSize = 1024,
            KeepsAudio = false,
            MidiIn = [.. Enumerable.Range(0, 32).SelectMany(Strokes)],
        });
        renderer.Prepare();
        renderer.Transport.Start();
        renderer.RenderBlocks(7 * 24_000);
        Assert.Equal("listen", plugin.Parameter("Find Beat").Display);
        renderer.RenderBlocks(2 * 24_000);
        Assert.Equal("off", plugin.Parameter("Find Beat").Display);
        Await(renderer, () => plugin.Parameter("Z1").Value > 0.5f && plugin.Parameter("Z2").Value > 0.5f);
        Assert.InRange(plugin.Parameter("Z3").Value, 0, 0.5f);
    }

    // The hi-hat, and what the tests' model has on the beats, a little late.
    private static IEnumerable<SongMessage> Strokes(int step)
    {
        double place = (step / 4.0) + 0.05;
        yield return new SongMessage(place, 0x99, 42, 90);
        if (step % 4 == 0)
        {
            yield return new SongMessage(place, 0x99, (byte)(step % 8 == 0 ? 36 : 38), 110);
        }
    }

    private static void Await(Renderer renderer, Func<bool> isSo, Action? before = null)
    {
        for (Stopwatch waiting = Stopwatch.StartNew(); !isSo() && waiting.Elapsed < TimeSpan.FromSeconds(30); Thread.Sleep(1))
        {
            before?.Invoke();
            renderer.RenderBlocks(256);
        }

        Assert.True(isSo(), "It has not come in 30 seconds.");
        renderer.RenderBlocks(256);
    }

    private static HashSet<string> Files() =>
        Directory.Exists(BuiltPlugin.CaptureFolder) ? [.. Directory.GetFiles(BuiltPlugin.CaptureFolder)] : [];

    private static IEnumerable<(long, byte, byte)> NoteOns(TrackChunk track) =>
        track.Events.ToArray().Where(one => one.IsNoteOn).Select(one => (one.Ticks, one.Data1, one.Data2));
}
