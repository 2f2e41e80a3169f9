using DrumSpace.Engine;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>What the channel mode messages do: MIDI 1.0, and RP-015 for the reset of controllers.</summary>
public sealed class ChannelModeTests : IDisposable
{
    private const byte Channel = 4;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Theory]
    [InlineData(120)]
    [InlineData(123)]
    [InlineData(124)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    public void Passed_notes_of_the_channel_end_before_the_message_passes(byte mode)
    {
        using SongPlayer player = WithThru();
        player.Send(0.1, 0x90 | Channel, 60, 100);
        player.Send(0.1, 0x90 | Channel + 1, 61, 100);
        player.Send(0.5, 0xB0 | Channel, mode, 0);
        player.Send(0.7, 0x80 | Channel, 60, 0);
        player.Play(1);
        Assert.Equal(
            [(0x94, 60, 100), (0x95, 61, 100), (0x84, 60, 0), (0xB4, mode, 0)], Passed(player));
        Assert.Equal(0.5, player.Output.Single(one => one.Midi.Status == 0x84).Ppq, 1e-4);
    }

    [Fact]
    public void Reset_controllers_lifts_the_passed_pedal_and_moves_no_parameter_of_the_song()
    {
        using SongPlayer player = WithThru();
        player.Send(0.1, 0xB0 | Channel, 64, 127);
        player.Send(0.2, 0xB0 | Channel, 16, 100); // Z1
        player.Send(0.5, 0xB0 | Channel, 121, 0);
        player.Play(1);
        Assert.Equal([(0xB4, 64, 127), (0xB4, 64, 0), (0xB4, 121, 0)], Passed(player));
        Assert.Equal(100 / 127f, player.Core.Parameters[ParameterTable.Knobs[0]]);
    }

    [Fact]
    public void Local_control_ends_nothing()
    {
        using SongPlayer player = WithThru();
        player.Send(0.1, 0x90 | Channel, 60, 100);
        player.Send(0.5, 0xB0 | Channel, 122, 0);
        player.Play(1);
        Assert.Equal([(0x94, 60, 100), (0xB4, 122, 0)], Passed(player));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(123, false)]
    public void All_sound_off_ends_the_plugins_own_notes_at_its_frame_and_the_song_goes_on(byte mode, bool ends)
    {
        // The model's hi-hat is on every 16th and lasts half of one.
        using SongPlayer player = new(_models.List());
        player.Send(0.05, 0xB0 | Channel, mode, 0);
        player.Play(0.5);
        double[] offs = [.. player.Output.Where(one => (one.Midi.Status & 0xF0) == 0x80).Select(one => one.Ppq)];
        Assert.Equal(ends ? 0.05 : 0.125, offs[0], 1e-4);
        Assert.Equal([0, 0.25], player.Notes.Select(note => Math.Round(note.Ppq, 3)));
        Assert.Equal(2, offs.Length);
    }

    [Fact]
    public void All_sound_off_silences_the_built_in_kit_at_once()
    {
        Assert.True(PeakAfter(0.1, mode: null) > 1e-3);
        Assert.Equal(0, PeakAfter(0.1, mode: 120));
    }

    private float PeakAfter(double ppq, byte? mode)
    {
        using SongPlayer player = new(_models.List());
        player.Play(0.05);
        if (mode is { } number)
        {
            player.Send(0.05, 0xB0, number, 0);
        }

        player.Play(ppq - 0.05);
        return player.LastBlock.Select(Math.Abs).Max();
    }

    private SongPlayer WithThru()
    {
        SongPlayer player = new(_models.List());
        player.Core.Parameters.Set(ParameterTable.Thru, true);
        return player;
    }

    private static (int, int, int)[] Passed(SongPlayer player) =>
        [.. player.Output.Select(one => one.Midi).Where(IsPassed).Select(midi => ((int)midi.Status, (int)midi.Data1, (int)midi.Data2))];

    private static bool IsPassed(MidiEvent midi) => (midi.Status & 0x0F) is Channel or Channel + 1;
}
