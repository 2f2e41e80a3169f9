using DrumSpace.Engine;
using DrumSpace.Music;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Kits;

/// <summary>Drums on MIDI channels of their own, through songs. The test model plays the closed hi-hat on every 16th.</summary>
public sealed class KitChannelsTests : IDisposable
{
    private const byte HatChannel = 5;
    private static readonly byte[] Map = [2, (byte)'M', (byte)'y', .. Kit.Notes, .. Enumerable.Repeat<byte>(255, 128)];
    private static readonly byte[] Channels = [2, (byte)'M', (byte)'y', 0, 0, HatChannel, .. new byte[11]];
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_drum_sends_on_its_channel_and_the_note_ends_there_when_the_map_changes()
    {
        using SongPlayer player = new(_models.List());
        Assert.True(player.Core.TryLoadState(State(("KITC", Channels), ("KITM", Map))), player.Core.Status);
        Assert.Equal(HatChannel, player.Core.KitMap.ChannelOf(Voice.ClosedHiHat, 10));
        player.Play(0.05);
        player.Core.Parameters.Set(ParameterTable.KitMap, 0);
        player.Play(0.3);
        MidiEvent[] hats = [.. player.Output.Select(one => one.Midi).Where(midi => midi.Data1 == Kit.NoteOf(Voice.ClosedHiHat))];
        Assert.Equal([0x80 | HatChannel - 1, 0x99], hats.Select(midi => (int)midi.Status));
    }

    [Fact]
    public void A_song_keeps_the_channels_and_versions_that_know_none_keep_the_map()
    {
        using SongPlayer player = new(_models.List());
        Assert.True(player.Core.TryLoadState(State(("KITC", Channels), ("KITM", Map))), player.Core.Status);
        PluginState saved = StateChunk.Read(player.Core.SaveState(programOnly: false));
        Assert.Equal(Channels, saved.Sections.Single(section => section.Tag == "KITC").Content);

        // The map's section is what it was before there were channels.
        Assert.Equal(Map, saved.Sections.Single(section => section.Tag == "KITM").Content);
    }

    [Fact]
    public void A_song_without_channels_has_none_whatever_was_loaded_before()
    {
        using SongPlayer player = new(_models.List());
        Assert.True(player.Core.TryLoadState(State(("KITC", Channels))), player.Core.Status);
        Assert.True(player.Core.TryLoadState(State(("KITM", Map))), player.Core.Status);
        Assert.Equal(("My", 10), (player.Core.KitMap.Name, player.Core.KitMap.ChannelOf(Voice.ClosedHiHat, 10)));
        Assert.True(player.Core.TryLoadState(State(("KITC", [1, (byte)'M', .. Channels[3..]]), ("KITM", Map))), player.Core.Status);
        Assert.Equal(10, player.Core.KitMap.ChannelOf(Voice.ClosedHiHat, 10));
    }

    [Fact]
    public void Damaged_channels_are_refused_and_change_nothing()
    {
        using SongPlayer player = new(_models.List());
        Assert.False(player.Core.TryLoadState(State(("KITC", [.. Channels[..^1], 17]), ("KITM", Map))));
        Assert.Contains("the kit map has channels beyond 16.", player.Core.Status);
        Assert.Equal("General MIDI", player.Core.KitMap.Name);
    }

    private static byte[] State(params (string Tag, byte[] Content)[] sections)
    {
        ParameterValues song = new();
        song[ParameterTable.KitMap] = ParameterTable.KitMap.Range.NormalizedOf(KitList.BuiltInCount);
        return StateChunk.Write(new PluginState
        {
            IsProgram = false,
            Song = song,
            Programs = [new PluginProgram("Init")],
            Sections = [.. sections.Select(section => new StateSection(section.Tag, 0, section.Content))],
        });
    }
}
