using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>The smoothness of decoding along straight lines in the latent space between the latents of real patterns.</summary>
/// <param name="Lines">The number of lines.</param>
/// <param name="Passed">The share of points on the lines, ends included, whose pattern passes the entropy filter.</param>
/// <param name="MeanStep">The mean Hamming distance between the patterns of neighbouring points, in cells.</param>
/// <param name="MaxPlateau">The longest plateau of a line, on which nothing changes, as a share of the line, 0 to 1; mean over the
/// lines.</param>
/// <param name="MaxJump">The largest distance between neighbouring points of a line, in cells; mean over the lines.</param>
/// <param name="PathRatio">The number of changes along a line divided by the distance between its ends; mean over the lines whose ends
/// differ. 1 is the direct path; 0 when no ends differ.</param>
public sealed record Interpolation(int Lines, double Passed, double MeanStep, double MaxPlateau, double MaxJump, double PathRatio)
{
    /// <summary>The number of steps on a line.</summary>
    public const int StepsPerLine = 64;

    /// <summary>Measures lines.</summary>
    /// <param name="coder">The model.</param>
    /// <param name="latents">The latents of real patterns; the ends of a line are two different ones of them.</param>
    /// <param name="lines">The number of lines, at least 1.</param>
    /// <param name="seed">Chooses the ends.</param>
    /// <param name="variation">The amount of <see cref="PatternVariation"/>, 0 to 1; each line has its own seed.</param>
    /// <exception cref="ArgumentException">Fewer than two latents.</exception>
    public static Interpolation Measure(IPatternCoder coder, ReadOnlySpan<Latent> latents, int lines, ulong seed, double variation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        if (latents.Length < 2)
        {
            throw new ArgumentException("A line needs two latents.", nameof(latents));
        }

        var random = new SeededRandom(seed);
        int passed = 0, moving = 0;
        double steps = 0, plateaus = 0, jumps = 0, ratios = 0;
        for (int number = 0; number < lines; number++)
        {
            int from = random.NextInt(latents.Length);
            int to = (from + 1 + random.NextInt(latents.Length - 1)) % latents.Length;
            PatternVariation sample = new(variation, number);
            Pattern[] line = Decode(coder, latents[from], latents[to], sample);
            int path = 0, maxJump = 0, plateau = 0, maxPlateau = 0;
            for (int i = 1; i < line.Length; i++)
            {
                int step = line[i - 1].DistanceTo(line[i]);
                path += step;
                maxJump = Math.Max(maxJump, step);
                plateau = step == 0 ? plateau + 1 : 0;
                maxPlateau = Math.Max(maxPlateau, plateau);
            }

            int direct = line[0].DistanceTo(line[^1]);
            passed += line.Count(pattern => EntropyFilter.Passes(pattern));
            steps += (double)path / StepsPerLine;
            plateaus += (double)maxPlateau / StepsPerLine;
            jumps += maxJump;
            moving += direct > 0 ? 1 : 0;
            ratios += direct > 0 ? (double)path / direct : 0;
        }

        return new(
            lines,
            passed / ((StepsPerLine + 1.0) * lines),
            steps / lines,
            plateaus / lines,
            jumps / lines,
            moving == 0 ? 0 : ratios / moving);
    }

    private static Pattern[] Decode(IPatternCoder coder, Latent from, Latent to, PatternVariation variation)
    {
        var line = new Pattern[StepsPerLine + 1];
        for (int i = 0; i < line.Length; i++)
        {
            float share = i / (float)StepsPerLine;
            Latent point = default;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                point[axis] = from[axis] + ((to[axis] - from[axis]) * share);
            }

            line[i] = coder.Decode(point, variation);
        }

        return line;
    }
}
