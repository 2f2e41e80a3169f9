using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>What happens along straight lines through the latent space, from the encoding of one real beat to that of another.</summary>
/// <param name="Lines">The number of lines.</param>
/// <param name="Passed">The share of points on the lines, ends included, whose pattern passes the entropy filter.</param>
/// <param name="MeanStep">The mean Hamming distance between the patterns of neighbouring points, in cells.</param>
/// <param name="LongestRest">The longest stretch of a line on which nothing changes, as a share of the line, 0 to 1; mean over the lines.
/// A dead stretch of a knob.</param>
/// <param name="LargestJump">The largest distance between neighbouring points of a line, in cells; mean over the lines. A sudden break.</param>
/// <param name="Detour">The changed cells along a line for each cell in which its ends differ; mean over the lines whose ends differ.
/// 1 is the straight way from beat to beat; 0 when no line leads anywhere.</param>
public sealed record Interpolation(int Lines, double Passed, double MeanStep, double LongestRest, double LargestJump, double Detour)
{
    /// <summary>The steps that a line is walked in.</summary>
    public const int StepsPerLine = 64;

    /// <summary>Walks lines.</summary>
    /// <param name="coder">The model.</param>
    /// <param name="beats">Real beats; the line's ends are two different ones of them.</param>
    /// <param name="lines">The number of lines, at least 1.</param>
    /// <param name="seed">Chooses the ends.</param>
    /// <param name="variation">0 to 1: the amount of <see cref="PatternVariation"/>; each line has a seed of its own.</param>
    /// <exception cref="ArgumentException">Fewer than two beats.</exception>
    public static Interpolation Measure(IBeatCoder coder, ReadOnlySpan<Pattern> beats, int lines, ulong seed, double variation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        if (beats.Length < 2)
        {
            throw new ArgumentException("A line needs two beats.", nameof(beats));
        }

        var random = new SeededRandom(seed);
        int passed = 0, walking = 0;
        double steps = 0, rests = 0, jumps = 0, detours = 0;
        for (int line = 0; line < lines; line++)
        {
            int from = random.NextInt(beats.Length);
            int to = (from + 1 + random.NextInt(beats.Length - 1)) % beats.Length;
            Pattern[] walk = Walk(coder, coder.Encode(beats[from]), coder.Encode(beats[to]), new PatternVariation(variation, line));
            int way = 0, jump = 0, rest = 0, longest = 0;
            for (int i = 1; i < walk.Length; i++)
            {
                int step = walk[i - 1].DistanceTo(walk[i]);
                way += step;
                jump = Math.Max(jump, step);
                rest = step == 0 ? rest + 1 : 0;
                longest = Math.Max(longest, rest);
            }

            int direct = walk[0].DistanceTo(walk[^1]);
            passed += walk.Count(pattern => EntropyFilter.Passes(pattern));
            steps += (double)way / StepsPerLine;
            rests += (double)longest / StepsPerLine;
            jumps += jump;
            walking += direct > 0 ? 1 : 0;
            detours += direct > 0 ? (double)way / direct : 0;
        }

        return new(
            lines,
            passed / ((StepsPerLine + 1.0) * lines),
            steps / lines,
            rests / lines,
            jumps / lines,
            walking == 0 ? 0 : detours / walking);
    }

    private static Pattern[] Walk(IBeatCoder coder, Latent from, Latent to, PatternVariation variation)
    {
        var walk = new Pattern[StepsPerLine + 1];
        for (int i = 0; i < walk.Length; i++)
        {
            float share = i / (float)StepsPerLine;
            Latent point = default;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                point[axis] = from[axis] + ((to[axis] - from[axis]) * share);
            }

            walk[i] = coder.Decode(point, variation);
        }

        return walk;
    }
}
