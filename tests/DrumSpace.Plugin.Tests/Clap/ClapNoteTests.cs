using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>In the address of a note that ends, -1 matches every port, channel or key.</summary>
public class ClapNoteTests
{
    [Theory]
    [InlineData(ClapEventType.NoteOff, 0, -1, "80-40 80-43 83-40")]
    [InlineData(ClapEventType.NoteOff, -1, 0, "80-40 80-43")]
    [InlineData(ClapEventType.NoteChoke, -1, -1, "80-40 80-43 83-40")]
    [InlineData(ClapEventType.NoteOff, -1, 3, "83-40")]
    [InlineData(ClapEventType.NoteOff, -1, 9, "")]
    public void A_wildcard_for_the_key_ends_every_passed_note_of_the_channel_or_of_all(
        ClapEventType type, int port, int channel, string ended)
    {
        using RawClap clap = Play();
        clap.QueueNote(type, 7, port, channel, key: -1);
        AssertEnded(clap, ended);
    }

    [Fact]
    public void A_wildcard_for_the_channel_ends_every_passed_note_of_the_key()
    {
        using RawClap clap = Play();
        clap.QueueNote(ClapEventType.NoteOff, 7, port: -1, channel: -1, key: 0x40);
        AssertEnded(clap, "80-40 83-40");
    }

    [Fact]
    public void A_wildcard_ends_a_note_that_began_at_the_same_frame_but_no_pedal()
    {
        using RawClap clap = Play();
        clap.QueueMidi(7, 0xB0, 64, 127);
        clap.QueueMidi(7, 0x95, 0x50, 1);
        clap.QueueNote(ClapEventType.NoteOff, 7, port: 0, channel: -1, key: -1);
        clap.Process(64);
        Assert.Equal([(7u, (byte)0xB0, (byte)64), (7, 0x95, 0x50), (7, 0x80, 0x40), (7, 0x80, 0x43), (7, 0x83, 0x40), (7, 0x85, 0x50)],
            clap.Midi.Select(midi => (midi.Frame, midi.Status, midi.Data1)));
    }

    [Fact]
    public void A_wildcard_ends_passed_notes_after_thru_was_switched_off_and_nothing_else()
    {
        using RawClap clap = Play();
        clap.QueueNote(ClapEventType.NoteOff, 0, port: 0, channel: 3, key: -1);
        clap.QueueValue(1, (uint)ParameterTable.Thru.Index, 0);
        clap.QueueNote(ClapEventType.NoteOff, 7, port: 0, channel: -1, key: -1);
        clap.Process(64);
        Assert.Equal([0x83, 0x80, 0x80], clap.Midi.Select(midi => (int)midi.Status));
        Assert.Equal([0u, 1, 1], clap.Midi.Select(midi => midi.Frame));
    }

    [Fact]
    public void A_note_on_with_a_wildcard_for_the_key_is_none()
    {
        using RawClap clap = Play();
        clap.QueueNote(ClapEventType.NoteOn, 7, port: 0, channel: 0, key: -1);
        AssertEnded(clap, "");
    }

    // Three notes that thru has passed on: 40h and 43h on channel 1, 40h on channel 4.
    private static RawClap Play()
    {
        RawClap clap = new();
        clap.Start();
        clap.QueueValue(0, (uint)ParameterTable.Thru.Index, 1);
        clap.QueueNote(ClapEventType.NoteOn, 0, 0, 0, 0x40);
        clap.QueueNote(ClapEventType.NoteOn, 0, 0, 0, 0x43);
        clap.QueueNote(ClapEventType.NoteOn, 0, 0, 3, 0x40);
        clap.Process(64);
        Assert.Equal(3, clap.Midi.Count);
        return clap;
    }

    private static void AssertEnded(RawClap clap, string ended)
    {
        clap.Process(64);
        Assert.Equal(ended, string.Join(' ', clap.Midi.Select(midi => $"{midi.Status:X2}-{midi.Data1:X2}")));
        Assert.All(clap.Midi, midi => Assert.Equal(7u, midi.Frame));
    }
}
