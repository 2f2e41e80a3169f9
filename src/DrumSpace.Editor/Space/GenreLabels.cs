using DrumSpace.Editor.Model;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>Finds where genres gather on a map: the peak of each one's smoothed density.</summary>
internal static class GenreLabels
{
    // Cells a side of the histogram, the fewest points of a genre that is named, and the least distance of two names.
    private const int Cells = 24;
    private const int MinPoints = 60;
    private const float MinDistanceX = 0.16f;
    private const float MinDistanceY = 0.055f;
    private const int MaxLabels = 12;

    /// <summary>The names to write, and where: the largest genres first, those that would cover one left out.</summary>
    public static IReadOnlyList<(string Name, GenreFamily Family, SKPoint Place)> Of(SpaceMap map)
    {
        List<(string Name, GenreFamily Family, SKPoint Place)> labels = [];
        int[] counts = new int[map.Genres.Count];
        foreach (SpacePoint point in map.Points)
        {
            counts[point.Genre]++;
        }

        foreach (int genre in Enumerable.Range(0, counts.Length).OrderByDescending(genre => counts[genre]))
        {
            GenreFamily family = Genres.FamilyOf(map.Genres[genre]);
            if (family == GenreFamily.None || counts[genre] < MinPoints || labels.Count == MaxLabels)
            {
                continue;
            }

            SKPoint peak = PeakOf(map, genre);
            if (!labels.Any(other => Math.Abs(other.Place.X - peak.X) < MinDistanceX && Math.Abs(other.Place.Y - peak.Y) < MinDistanceY))
            {
                labels.Add((Genres.NameOf(map.Genres[genre]), family, peak));
            }
        }

        return labels;
    }

    private static SKPoint PeakOf(SpaceMap map, int genre)
    {
        // Against all points: the place where this genre stands out, not the place where everything is.
        float[] own = new float[Cells * Cells], all = new float[Cells * Cells];
        foreach (SpacePoint point in map.Points)
        {
            int cell = CellOf(point.X) + (Cells * CellOf(point.Y));
            all[cell]++;
            own[cell] += point.Genre == genre ? 1 : 0;
        }

        int best = 0;
        float most = 0;
        for (int cell = 0; cell < own.Length; cell++)
        {
            float here = Around(own, cell), share = here / (Around(all, cell) + 1);
            if (here * share > most)
            {
                (best, most) = (cell, here * share);
            }
        }

        return new SKPoint(((best % Cells) + 0.5f) / Cells, ((best / Cells) + 0.5f) / Cells);
    }

    private static int CellOf(float place) => Math.Clamp((int)(place * Cells), 0, Cells - 1);

    private static float Around(float[] counts, int cell)
    {
        float sum = 0;
        int x = cell % Cells, y = cell / Cells;
        for (int row = Math.Max(0, y - 1); row <= Math.Min(Cells - 1, y + 1); row++)
        {
            for (int column = Math.Max(0, x - 1); column <= Math.Min(Cells - 1, x + 1); column++)
            {
                sum += counts[(row * Cells) + column];
            }
        }

        return sum;
    }
}
