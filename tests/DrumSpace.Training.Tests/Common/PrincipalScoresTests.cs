using System.Diagnostics;
using System.Globalization;
using DrumSpace.Music;
using DrumSpace.Training.Common;

namespace DrumSpace.Training.Tests.Common;

public sealed class PrincipalScoresTests
{
    [Fact]
    public void Scores_are_those_of_NumPys_singular_value_decomposition()
    {
        // Two voices that come and go together beside noise, so that the first directions stand apart.
        Pattern[] patterns = [.. RandomPatterns.Make(60, 5, 0.02f).Select((pattern, i) => Add(pattern, i % 3 == 0, Voice.Ride, i % 5 == 0, Voice.Snare))];
        const string Script = """
            import sys
            try:
                import numpy as np
            except ImportError:
                sys.exit(77)
            x = np.array([[float(c) for c in row] for row in sys.argv[1].split(",")])
            u, s, v = np.linalg.svd(x - x.mean(0), full_matrices=False)
            for k in range(2):
                sign = np.sign(v[k][np.abs(v[k]).argmax()])
                print(",".join("%.9f" % (sign * s[k] * score) for score in u[:, k]))
            """;
        using Process? python = Python.Start(Script, string.Join(',', patterns.Select(Cells)));
        Assert.SkipWhen(python is null, "there is no /usr/bin/python3");
        string output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.SkipWhen(python.ExitCode == Python.MissingModule, "python3-numpy is not installed");
        double[][] expected = [.. output.Trim().Split('\n').Select(line => line.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        double[][] scores = PrincipalScores.Of(patterns, 2);
        for (int direction = 0; direction < 2; direction++)
        {
            Assert.All(expected[direction].Zip(scores[direction]), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void There_are_no_more_directions_than_patterns_differ_in()
    {
        Pattern[] two = RandomPatterns.Make(2, 3);
        double[][] scores = PrincipalScores.Of([two[0], two[1], two[0]], 3);
        Assert.Equal(Math.Sqrt(two[0].DistanceTo(two[1])), Math.Abs(scores[0][0] - scores[0][1]), 1e-6);
        Assert.All(scores[1].Concat(scores[2]), score => Assert.Equal(0, score, 1e-6));
        Assert.All(PrincipalScores.Of([two[0]], 2).SelectMany(direction => direction), score => Assert.Equal(0, score));
    }

    private static Pattern Add(Pattern pattern, bool hasFirst, Voice first, bool hasSecond, Voice second) => new(
        [.. pattern.Masks.ToArray().Select(mask => (ushort)(mask | (hasFirst ? 1 << (int)first : 0) | (hasSecond ? 1 << (int)second : 0)))]);

    private static string Cells(Pattern pattern) => string.Concat(
        Enumerable.Range(0, Pattern.CellCount).Select(cell => pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount) ? '1' : '0'));
}
