using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;
using DrumSpace.Plugin.Tests.State;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>Which notes choose slots, and in which songs.</summary>
public sealed class SlotKeyTests : IDisposable
{
    // The edge of a closed hi-hat on Roland's drums; among the slot keys from 24 on it is the third.
    private const byte HiHatEdge = 26;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Drum_notes_choose_no_slot_until_slot_keys_are_switched_on()
    {
        using SongPlayer player = new(_models.List());
        player.Strike(1, HiHatEdge);
        player.Play(2);
        Assert.Equal(0, player.Core.Parameters.Get(ParameterTable.Slot));

        player.Core.Parameters.Set(ParameterTable.SlotKeysOn, true);
        player.Strike(3, HiHatEdge);
        player.Play(2);
        Assert.Equal(3, player.Core.Parameters.Get(ParameterTable.Slot));
    }

    [Theory]
    [InlineData(0, 5, 3)]
    [InlineData(6, 5, 3)]
    [InlineData(6, 4, 0)]
    [InlineData(1, 5, 0)]
    public void Slot_keys_count_on_their_channel(int only, int channel, int slot)
    {
        using SongPlayer player = new(_models.List());
        player.Core.Parameters.Set(ParameterTable.SlotKeysOn, true);
        player.Core.Parameters.Set(ParameterTable.KeysChannel, only);
        player.Send(1, (byte)(0x90 | channel), HiHatEdge, 100);
        player.Play(2);
        Assert.Equal(slot, player.Core.Parameters.Get(ParameterTable.Slot));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void Find_records_the_notes_of_its_channel(int only, bool isRecorded)
    {
        using SongPlayer player = new(_models.List());
        player.Core.Parameters.Set(ParameterTable.KeysChannel, only);
        player.Core.Parameters.Set(ParameterTable.Find, true);
        player.Strike(0.5, 36);
        player.Play(8.5);
        player.PlayUntil(() => isRecorded ? player.Core.Parameters.Get(ParameterTable.Knobs[0]) != 0.25 : player.Core.Status.Length > 0);
        Assert.Equal(isRecorded ? "" : "No pattern was found, because nothing was played in the two bars.", player.Core.Status);
    }

    [Theory]
    [InlineData("slots.bank", true)]
    [InlineData("slots.program", true)]
    [InlineData("version2.bank", true)]
    [InlineData("default.bank", false)]
    [InlineData("moved.bank", false)]
    [InlineData("version1.program", false)]
    public void A_song_from_before_the_switch_has_slot_keys_where_it_has_slots(string name, bool isOn)
    {
        using SongPlayer player = new(_models.List());
        Assert.True(player.Core.TryLoadState(StateFixture.Read(name)), player.Core.Status);
        Assert.Equal(isOn, player.Core.Parameters.Get(ParameterTable.SlotKeysOn));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_song_keeps_its_switch_whether_it_has_slots_or_not(bool isOn)
    {
        using SongPlayer player = new(_models.List());
        player.Core.Parameters.Set(ParameterTable.SlotKeysOn, isOn);
        player.Core.Parameters.Set(ParameterTable.Store, isOn ? 0 : 1);
        player.Play(1);
        Assert.Equal(!isOn, player.Core.Slots.Slots.Any(slot => slot.IsFilled));
        byte[] state = player.Core.SaveState(programOnly: false);

        using SongPlayer reopened = new(_models.List());
        Assert.True(reopened.Core.TryLoadState(state), reopened.Core.Status);
        Assert.Equal(isOn, reopened.Core.Parameters.Get(ParameterTable.SlotKeysOn));
    }
}
