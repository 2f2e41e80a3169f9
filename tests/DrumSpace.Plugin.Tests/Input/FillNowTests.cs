using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>The fill of the moment, by a key, a controller and its parameter.</summary>
public sealed class FillNowTests : IDisposable
{
    private const byte Key = 50;
    private const byte Pedal = 67;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_key_is_the_fill_while_it_is_down_and_passes_nowhere()
    {
        using SongPlayer player = WithKey();
        player.Core.Parameters.Set(ParameterTable.Thru, true);
        player.Strike(1, Key);
        player.Play(1.5);
        Assert.True(IsFilling(player));
        Assert.DoesNotContain(player.Output, one => one.Midi.Data1 == Key);
        player.Send(2, 0x89, Key, 0);
        player.Play(1);
        Assert.False(IsFilling(player));
        Assert.DoesNotContain(player.Output, one => one.Midi.Data1 == Key);
    }

    [Theory]
    [InlineData(0x99, Key, 0)] // note-on of velocity 0
    [InlineData(0xB9, 120, 0)]
    [InlineData(0xB9, 123, 0)]
    public void A_key_that_is_down_goes_up_by_whatever_ends_notes(byte status, byte data1, byte data2)
    {
        using SongPlayer player = WithKey();
        player.Strike(1, Key);
        player.Send(2, 0xB3, 123, 0); // another channel's
        player.Send(2.5, 0x83, Key, 0);
        player.Play(3);
        Assert.True(IsFilling(player));
        player.Send(3, status, data1, data2);
        player.Play(1);
        Assert.False(IsFilling(player));
    }

    [Fact]
    public void A_key_that_is_down_when_the_host_suspends_or_drops_its_note_off_does_not_hang()
    {
        using SongPlayer player = WithKey();
        player.Strike(1, Key);
        player.Play(2);
        player.Core.Suspend();
        Assert.False(IsFilling(player));

        player.Core.Resume();
        player.Strike(3, Key);
        player.Play(2);
        Assert.True(IsFilling(player));
        for (int number = 0; number < 2000; number++)
        {
            player.Send(4.01, 0x80, (byte)(number % 40), 0);
        }

        player.Send(4.02, 0x89, Key, 0);
        player.Play(1);
        Assert.False(IsFilling(player));
    }

    [Fact]
    public void A_learnt_pedal_is_the_fill_and_a_reset_of_controllers_lifts_it()
    {
        using SongPlayer player = new(_models.List());
        player.Core.SetByHand(ParameterTable.FillNow.Index, 0);
        player.Core.Parameters.Set(ParameterTable.Learn, LearnCommand.Learn);
        player.Send(0.1, 0xB9, Pedal, 127);
        player.Play(1);
        Assert.True(IsFilling(player));
        player.Send(1.1, 0xB9, Pedal, 0);
        player.Play(1);
        Assert.False(IsFilling(player));
        player.Send(2.1, 0xB9, Pedal, 127);
        player.Send(2.2, 0xB9, 121, 0);
        player.Play(1);
        Assert.False(IsFilling(player));
    }

    [Fact]
    public void A_tap_thickens_the_rest_of_the_bar_alone()
    {
        // The test model's snare lies just below its threshold at this knob: the fill brings it in.
        using SongPlayer player = WithKey();
        player.Play(16);
        int[] before = Snares(player);
        player.Position = 0;
        player.Strike(5.9, Key);
        player.Send(5.95, 0x89, Key, 0);
        player.Play(16);
        int[] filled = [.. Snares(player).Except(before)];
        Assert.NotEmpty(filled);
        Assert.All(filled, step => Assert.InRange(step, 24, 31));
        Assert.Contains(31, filled);
    }

    [Fact]
    public void No_state_holds_it()
    {
        using SongPlayer player = new(_models.List());
        player.Core.Parameters.Set(ParameterTable.FillNow, true);
        byte[] state = player.Core.SaveState(programOnly: false);
        Assert.Equal(-1, state.AsSpan().IndexOf("fill-now"u8));
        Assert.NotEqual(-1, state.AsSpan().IndexOf("slot-keys-on"u8));
        using SongPlayer other = new(_models.List());
        other.Core.Parameters.Set(ParameterTable.FillNow, true);
        Assert.True(other.Core.TryLoadState(state));
        Assert.False(IsFilling(other));
        Assert.True(ParameterTable.FillNow.IsAutomatable);
    }

    private SongPlayer WithKey()
    {
        SongPlayer player = new(_models.List());
        player.Core.Parameters.Set(ParameterTable.FillKey, Key);
        return player;
    }

    private static bool IsFilling(SongPlayer player) => player.Core.Parameters.Get(ParameterTable.FillNow);

    private static int[] Snares(SongPlayer player) =>
        [.. player.Notes.Where(note => note.Note is 38 or 41 or 45 or 48).Select(note => (int)Math.Round(note.Ppq * 4)).Distinct()];
}
