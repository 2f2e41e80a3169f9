using DrumSpace.Music;
using DrumSpace.Training.Common;

namespace DrumSpace.Training.Tests.Common;

public class CommonTeacherTests
{
    private static readonly Pattern Empty = new(new ushort[Pattern.StepCount]);
    private static readonly Pattern Full = new([.. Enumerable.Repeat(Pattern.AllVoices, Pattern.StepCount)]);
    private static readonly ushort Time = (1 << (int)Voice.ClosedHiHat) | (1 << (int)Voice.OpenHiHat) | (1 << (int)Voice.Ride);

    // In family 3, nothing is played at the middle and all drums along the axes of kick and hats; in family 4, all are everywhere.
    private static readonly CommonBeat[] Beats = [new(Empty, 3, default), new(Full, 3, new Latent(0, 1, 1, 0)), new(Full, 4, default)];

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Far_from_a_border_the_whole_of_the_nearest_beat_of_the_family_is_taught(double apart)
    {
        var teacher = new CommonTeacher(Beats, apart);
        Assert.Equal(Empty, teacher.At(new Latent(5, 0, 0, -5), 3));
        Assert.Equal(Full, teacher.At(new Latent(5, 1, 1, -5), 3));
        Assert.Equal(Full, teacher.At(new Latent(5, 0, 0, -5), 4));
    }

    [Fact]
    public void On_the_way_from_beat_to_beat_kick_and_time_change_before_the_others_where_they_look_farther()
    {
        // Half of the way lies at (0.5, 0.5). The bass drum looks at 0.3 * sqrt(0.5) = 0.21 more on the third axis, the cymbals as much more
        // on the second, the others that much less on both: they change over at 0.394 and 0.712 of the way.
        var teacher = new CommonTeacher(Beats, 0.3);
        ushort first = (ushort)(Time | (1 << (int)Voice.BassDrum));
        Pattern between = new([.. Enumerable.Repeat(first, Pattern.StepCount)]);
        Assert.Equal(Empty, At(teacher, 0.39f));
        Assert.Equal(between, At(teacher, 0.40f));
        Assert.Equal(between, At(teacher, 0.71f));
        Assert.Equal(Full, At(teacher, 0.72f));
        Assert.Equal(Full, At(new CommonTeacher(Beats, 0), 0.51f));
        Assert.Equal(Empty, At(new CommonTeacher(Beats, 0), 0.49f));
    }

    private static Pattern At(CommonTeacher teacher, float share) => teacher.At(new Latent(0, share, share, 0), 3);
}
