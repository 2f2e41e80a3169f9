using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Playing;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>What passes from the input to the output.</summary>
public class ThruTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Nothing_passes_unless_it_is_switched_on(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        Assert.Empty(Messages.PlayStopped(plugin, new(1, 0x91, 50, 100), new(2, 0x81, 50, 0), new(3, 0xE1, 1, 2)));
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Channel_messages_pass_at_their_frames_among_the_plugins_own_notes(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.Parameter("MIDI Thru").Value = 1;
        ShortMessage[] sent =
        [
            new(10, 0x91, 50, 100), new(Messages.Sixteenth, 0xA1, 50, 7), new(Messages.Sixteenth + 1, 0xE1, 1, 2), new(9000, 0x81, 50, 33),
            new(9001, 0xD0, 12, 0), new(20_000, 0xB1, 1, 5), new(20_001, 0x92, 70, 1), new(20_002, 0x92, 70, 0),
        ];
        Rendering rendering = Messages.PlayBar(plugin, sent);

        // VST3 knows no note-on of velocity 0.
        ShortMessage[] expected = format == PluginFormat.Vst3 ? [.. sent[..^1], new ShortMessage(20_002, 0x82, 70, 0)] : sent;
        Assert.Equal(expected, rendering.Messages.Select(m => m.Message).Where(m => m.Channel != 9));
        Assert.Equal(Enumerable.Range(0, 16).Select(step => (long)step), Steps.StepsOf(rendering, Steps.ClosedHiHat));
        long[] frames = [.. rendering.Messages.Select(m => m.Frame)];
        Assert.Equal(frames.Order(), frames);
        Assert.Empty(rendering.HangingNotes);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void What_the_plugin_acts_on_does_not_pass(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        plugin.Parameter("MIDI Thru").Value = 1;
        plugin.Parameter("Slot Keys On").Value = 1;
        ShortMessage[] sent = [new(0, 0x90, 25, 100), new(1, 0x80, 25, 0), new(2, 0xC0, 3, 0), Messages.Controller(3, 16, 5)];
        Assert.Empty(Messages.PlayStopped(plugin, [.. sent, .. Messages.Number(4, 5, 77)]));
        Assert.Equal("2", plugin.Parameter("Slot").Display);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2, false)]
    [InlineData(PluginFormat.Vst2, true)]
    [InlineData(PluginFormat.Clap, false)]
    [InlineData(PluginFormat.Clap, true)]
    public void A_note_ends_when_thru_is_switched_off_or_the_transport_stops_while_it_sounds_and_only_once(PluginFormat format, bool stops)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        plugin.Parameter("MIDI Thru").Value = 1;
        plugin.Parameter("Kick Mute").Value = 1;
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 512, KeepsAudio = false });
        renderer.Prepare();
        transport.Start();
        Messages.Queue(plugin, new(7, 0x93, 40, 90), new(8, 0xB3, 64, 127), new(9, 0x94, 127, 1));
        renderer.RenderBlocks(512);
        if (stops)
        {
            transport.Stop();
        }
        else
        {
            plugin.Parameter("MIDI Thru").Value = 0;
        }

        renderer.RenderBlocks(512);
        Messages.Queue(plugin, new(7, 0x83, 40, 90), new(9, 0x84, 127, 1));
        renderer.RenderBlocks(512);
        RenderedMessage[] ends = [.. renderer.Messages.Where(m => m.Message.Channel is 3 or 4).Skip(3)];
        Assert.Equal([new(0, 0x83, 40, 0), new(0, 0x84, 127, 0), new(0, 0xB3, 64, 0)], ends.Select(m => m.Message));
        Assert.All(ends, m => Assert.Equal(512, m.Frame));
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void A_note_that_sounds_when_the_host_suspends_ends_with_the_next_block(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        plugin.Parameter("MIDI Thru").Value = 1;
        Assert.Single(Messages.PlayStopped(plugin, new ShortMessage(500, 0x90, 60, 1)));
        plugin.Suspend();
        Assert.Equal([new ShortMessage(0, 0x80, 60, 0)], Messages.PlayStopped(plugin));
    }

    [Fact]
    public void More_messages_than_fit_hang_no_note()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Parameter("MIDI Thru").Value = 1;
        Messages.PlayStopped(plugin, new ShortMessage(0, 0x90, 60, 1));
        long log = BuiltPlugin.LogLength;
        ShortMessage[] bends = [.. Enumerable.Range(0, 1030).Select(number => new ShortMessage(number / 8, 0xE0, 0, 64))];
        ShortMessage[] many = [.. bends, new(500, 0x80, 60, 0)];
        Assert.Contains(new ShortMessage(500, 0x80, 60, 0), Messages.PlayStopped(plugin, many));
        plugin.Suspend();
        Assert.Contains("InputOverflow: 262 times", BuiltPlugin.LogSince(log));
    }

    [Fact]
    public void Whatever_comes_every_note_that_passed_ends()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        HostTransport transport = new(48_000, 120);
        bool isOver = false;
        using Renderer renderer = new(plugin, transport, new RenderOptions
        {
            BlockSize = 256,
            KeepsAudio = false,
            BlockRendered = _ =>
            {
                if (isOver)
                {
                    return;
                }

                plugin.Parameter("MIDI Thru").Value = random.Next(20) == 0 ? 0 : 1;
                for (int count = random.Next(5); count > 0; count--)
                {
                    byte status = (byte)((random.Next(2) == 0 ? 0x90 : 0x80) | random.Next(2));
                    plugin.QueueMidi(new ShortMessage(random.Next(256), status, (byte)random.Next(40, 48), (byte)random.Next(128)));
                }
            },
        });
        renderer.Prepare();
        for (int part = 0; part < 20; part++)
        {
            transport.Start();
            renderer.RenderBlocks(256 * 40);
            transport.Stop();
            renderer.RenderBlocks(256 * 4);
        }

        isOver = true;
        renderer.RenderBlocks(512);
        plugin.Parameter("MIDI Thru").Value = 0;
        renderer.RenderBlocks(512);
        Rendering rendering = renderer.Finish();
        RenderedMessage[] passed = [.. rendering.Messages.Where(m => m.Message.Channel < 2)];
        Assert.True(passed.Length > 500, $"Seed {seed}: nothing passed.");
        HashSet<(int, byte)> down = [];
        foreach (ShortMessage message in passed.Select(m => m.Message))
        {
            _ = message.IsNoteOn ? down.Add((message.Channel, message.Data1)) : down.Remove((message.Channel, message.Data1));
        }

        Assert.True(down.Count == 0, $"Seed {seed}: {down.Count} notes hang.");
    }
}
