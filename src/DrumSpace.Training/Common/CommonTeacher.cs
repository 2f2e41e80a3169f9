using DrumSpace.Music;

namespace DrumSpace.Training.Common;

/// <summary>
/// What a point is taught: the beat of its family whose place is nearest. At the border between two beats the drums do not all change at once:
/// the bass drum, the cymbals that keep time, and all others look for their beat a little to one side of the point, each to another. So a way
/// from beat to beat has up to three smaller steps instead of one, and after each of them every drum plays its row of one of the two.
/// </summary>
/// <param name="beats">The beats.</param>
/// <param name="apart">How far from the point the drums look, in units of the latent; 0 for all at the point itself.</param>
internal sealed class CommonTeacher(IEnumerable<CommonBeat> beats, double apart)
{
    // Axes are busy-ness, kick, hats and syncopation. No group looks along the axes that count its own hits: it would play more or fewer then
    // than in the beats themselves.
    private static readonly (ushort Voices, Latent Side)[] Groups = MakeGroups();

    private readonly Dictionary<int, CommonBeat[]> _families = beats.GroupBy(beat => beat.Family).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The beat to be said at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="family">A family that has beats.</param>
    public Pattern At(in Latent point, int family)
    {
        Span<ushort> steps = stackalloc ushort[Pattern.StepCount];
        steps.Clear();
        foreach ((ushort voices, Latent side) in Groups)
        {
            Pattern nearest = NearestTo(Moved(point, side, apart), family);
            for (int step = 0; step < steps.Length; step++)
            {
                steps[step] |= (ushort)(nearest[step] & voices);
            }
        }

        return new Pattern(steps);
    }

    /// <summary>A point moved along a direction.</summary>
    /// <param name="point">The point.</param>
    /// <param name="direction">A number for each axis.</param>
    /// <param name="distance">How many times the direction is gone along.</param>
    public static Latent Moved(Latent point, ReadOnlySpan<float> direction, double distance)
    {
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            point[axis] += (float)(distance * direction[axis]);
        }

        return point;
    }

    private static (ushort Voices, Latent Side)[] MakeGroups()
    {
        float half = MathF.Sqrt(0.5f);
        ushort kick = Mask(Voice.BassDrum), time = Mask(Voice.ClosedHiHat, Voice.OpenHiHat, Voice.Ride);
        return
        [
            (kick, new Latent(0, 0, half, -half)),
            (time, new Latent(0, half, 0, half)),
            ((ushort)(Pattern.AllVoices & ~(kick | time)), new Latent(0, -half, -half, 0)),
        ];
    }

    private static ushort Mask(params ReadOnlySpan<Voice> voices)
    {
        int mask = 0;
        foreach (Voice voice in voices)
        {
            mask |= 1 << (int)voice;
        }

        return (ushort)mask;
    }

    private Pattern NearestTo(Latent point, int family) => _families[family].MinBy(beat => SquaredDistance(beat.Place, point))!.Pattern;

    private static double SquaredDistance(in Latent a, in Latent b)
    {
        double sum = 0;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        }

        return sum;
    }
}
