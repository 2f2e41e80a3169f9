using System.Text;
using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Input;

namespace DrumSpace.Plugin.Tests.Kits;

/// <summary>Kit maps through the built plugin, which finds one of its user's own.</summary>
public class KitPlayTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void The_chosen_map_gives_the_notes_and_reads_as_its_name(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        Assert.Equal("GM", plugin.Parameter("Kit Map").Display);
        Assert.True(plugin.Parameter("Kit Map").TrySetText("ad2"));
        Assert.Equal("AD2", plugin.Parameter("Kit Map").Display);
        Assert.Equal(51, Hat(plugin)); // Addictive Drums 2: closed, tip
        Assert.True(plugin.Parameter("Kit Map").TrySetText("Roland V-Drums (TD-11)"));
        Assert.Equal(("V-Drums", 42), (plugin.Parameter("Kit Map").Display, Hat(plugin)));
        Assert.True(plugin.Parameter("Kit Map").TrySetText("24"));
        Assert.Equal(("- 24", 42), (plugin.Parameter("Kit Map").Display, Hat(plugin))); // nothing there: General MIDI
        Assert.False(plugin.Parameter("Kit Map").TrySetText("nobody's"));
    }

    [Fact]
    public void A_note_that_sounds_while_the_map_changes_ends_at_the_pitch_at_which_it_began()
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 500, KeepsAudio = false });
        renderer.Prepare();
        transport.Start();
        renderer.RenderBlocks(1000);
        Assert.True(plugin.Parameter("Kit Map").TrySetText("AD2"));
        renderer.RenderBlocks(Messages.Sixteenth);
        transport.Stop();
        renderer.RenderBlocks(1000);
        Rendering rendering = renderer.Finish();
        Assert.Equal([42, 51], rendering.NoteOns.Select(on => (int)on.Message.Data1));
        Assert.Equal([42, 51], rendering.Messages.Where(m => m.Message.IsNoteOff).Select(m => (int)m.Message.Data1));
        Assert.Empty(rendering.HangingNotes);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void A_song_keeps_its_users_own_map_and_plays_the_same_where_the_file_is_not(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        Assert.True(plugin.Parameter("Kit Map").TrySetText("Studio"));
        Assert.Equal(99, Hat(plugin));
        byte[] state = plugin.GetState();

        using HostedPlugin here = BuiltPlugin.Load(format);
        Assert.True(here.SetState(state));
        Assert.Equal(("Studio", 99), (here.Parameter("Kit Map").Display, Hat(here)));
        Assert.Equal(state, here.GetState());

        // Elsewhere nobody has a map of this name.
        byte[] foreign = Replace(state, "Studio", "Cellar");
        using HostedPlugin there = BuiltPlugin.Load(format);
        Assert.True(there.SetState(foreign));
        Assert.Equal(("- 16", 99), (there.Parameter("Kit Map").Display, Hat(there)));
        byte[] again = there.GetState();
        using HostedPlugin onceMore = BuiltPlugin.Load(format);
        Assert.True(onceMore.SetState(again));
        Assert.Equal((99, true), (Hat(onceMore), again.AsSpan().SequenceEqual(onceMore.GetState())));
        Assert.True(onceMore.Parameter("Kit Map").TrySetText("GM"));
        Assert.Equal(42, Hat(onceMore));
    }

    private static int Hat(HostedPlugin plugin) =>
        BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 24_000).NoteOns.Select(on => (int)on.Message.Data1).Distinct().Single();

    private static byte[] Replace(byte[] bytes, string old, string fresh)
    {
        int place = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old));
        byte[] replaced = [.. bytes];
        Encoding.UTF8.GetBytes(fresh).CopyTo(replaced, place);
        return replaced;
    }
}
