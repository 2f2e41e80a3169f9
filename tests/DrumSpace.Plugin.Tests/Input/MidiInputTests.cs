using DrumSpace.Engine;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Tests.Input;

public class MidiInputTests
{
    [Fact]
    public void Messages_are_ordered_by_frame_and_those_of_a_frame_as_they_came()
    {
        MidiInput input = new();
        foreach ((int frame, byte data) in new (int, byte)[] { (5, 1), (3, 2), (5, 3), (0, 4), (3, 5) })
        {
            Assert.True(input.Add(new MidiEvent(frame, 0xE0, data, 0)));
        }

        Assert.Equal([4, 2, 5, 1, 3], Enumerable.Range(0, input.Count).Select(number => (int)input[number].Data1));
    }

    [Theory]
    [InlineData(0x80, 60, 64)]
    [InlineData(0x90, 60, 0)]
    [InlineData(0xB0, 64, 63)]
    [InlineData(0xB0, 123, 0)]
    public void Where_there_is_room_for_nothing_else_there_is_room_for_releases(byte status, byte data1, byte data2)
    {
        MidiInput input = new();
        MidiEvent bend = new(0, 0xE0, 0, 0), release = new(7, status, data1, data2);
        int bends = Enumerable.Range(0, 5000).Count(_ => input.Add(bend));
        Assert.Equal(MidiInput.Capacity - MidiInput.ReservedForReleases, bends);
        Assert.Equal(MidiInput.ReservedForReleases, Enumerable.Range(0, MidiInput.ReservedForReleases).Count(_ => input.Add(release)));
        Assert.Equal(release, input[input.Count - 1]);
        Assert.False(input.HasLostRelease);
        Assert.False(input.Add(release));
        Assert.True(input.HasLostRelease);
        input.Clear();
        Assert.False(input.HasLostRelease);
        Assert.True(input.Add(bend));
    }
}
