using DrumSpace.Editor.Space;
using SkiaSharp;

namespace DrumSpace.Editor.Tests;

/// <summary>
/// Distances of the families' colours in OKLab (Ottosson 2020), as they are seen with normal sight and, by the matrices of Machado et al. 2009
/// at severity 1, with protanopia, deuteranopia and tritanopia.
/// </summary>
public class GenreColorTests
{
    private const double LeastDistance = 0.11;

    private static readonly double[][] Sights =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_two_families_look_alike_to_anybody(bool isLight)
    {
        GenreFamily[] families = Enum.GetValues<GenreFamily>();
        foreach (double[] sight in Sights)
        {
            double[][] seen = [.. families.Select(family => Seen(Genres.ColorOf(family, isLight), sight))];
            for (int one = 0; one < seen.Length; one++)
            {
                for (int other = one + 1; other < seen.Length; other++)
                {
                    double distance = Math.Sqrt(seen[one].Zip(seen[other], (a, b) => (a - b) * (a - b)).Sum());
                    Assert.True(distance >= LeastDistance, $"{families[one]} and {families[other]}: {distance:0.000}");
                }
            }
        }
    }

    private static double[] Seen(SKColor color, double[] sight)
    {
        double[] linear = [Linear(color.Red), Linear(color.Green), Linear(color.Blue)];
        double[] rgb = [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(at => sight[(3 * row) + at] * linear[at]), 0, 1))];
        double l = Math.Cbrt((0.4122214708 * rgb[0]) + (0.5363325363 * rgb[1]) + (0.0514459929 * rgb[2]));
        double m = Math.Cbrt((0.2119034982 * rgb[0]) + (0.6806995451 * rgb[1]) + (0.1073969566 * rgb[2]));
        double s = Math.Cbrt((0.0883024619 * rgb[0]) + (0.2817188376 * rgb[1]) + (0.6299787005 * rgb[2]));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s),
        ];
    }

    private static double Linear(byte level)
    {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
