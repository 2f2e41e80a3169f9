using DrumSpace.Music;

namespace DrumSpace.Training.Common;

/// <summary>
/// How far patterns lie along the directions in which they differ the most: principal component analysis of their 448 cells, by power iteration
/// (Golub and Van Loan, "Matrix Computations", section 7.3), each direction at right angles to those before.
/// <see cref="Map.PrincipalAxes"/> finds all directions at once, for a few dimensions.
/// </summary>
internal static class PrincipalScores
{
    private const int Iterations = 100;

    /// <summary>The scores around the mean.</summary>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="directions">How many, from the one of largest variance.</param>
    /// <returns>[direction][pattern]; 0 where the patterns differ in fewer directions. Each direction points to where its largest weight is
    /// positive, so that the sign is no accident.</returns>
    public static double[][] Of(IReadOnlyList<Pattern> patterns, int directions)
    {
        double[][] rows = Centred(patterns);
        var found = new List<double[]>();
        while (found.Count < directions)
        {
            found.Add(Next(rows, found));
        }

        return [.. found.Select(direction => rows.Select(row => Dot(row, direction)).ToArray())];
    }

    private static double[] Next(double[][] rows, List<double[]> before)
    {
        // From the row that the directions before leave the most of: some part of it lies along the next.
        double[] direction = rows.Select(row => Without(row, before)).MaxBy(row => Dot(row, row))!;
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            var sum = new double[Pattern.CellCount];
            foreach (double[] row in rows)
            {
                double share = Dot(row, direction);
                for (int cell = 0; cell < sum.Length; cell++)
                {
                    sum[cell] += share * row[cell];
                }
            }

            direction = Without(sum, before);
            double length = Math.Sqrt(Dot(direction, direction));
            if (length < 1e-9)
            {
                return new double[Pattern.CellCount];
            }

            double scale = 1 / length;
            for (int cell = 0; cell < direction.Length; cell++)
            {
                direction[cell] *= scale;
            }
        }

        return direction.MaxBy(Math.Abs) < 0 ? [.. direction.Select(weight => -weight)] : direction;
    }

    private static double[][] Centred(IReadOnlyList<Pattern> patterns)
    {
        var mean = new double[Pattern.CellCount];
        var rows = new double[patterns.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[Pattern.CellCount];
            for (int cell = 0; cell < mean.Length; cell++)
            {
                rows[i][cell] = patterns[i][cell / Pattern.VoiceCount] >> (cell % Pattern.VoiceCount) & 1;
                mean[cell] += rows[i][cell] / rows.Length;
            }
        }

        foreach (double[] row in rows)
        {
            for (int cell = 0; cell < row.Length; cell++)
            {
                row[cell] -= mean[cell];
            }
        }

        return rows;
    }

    private static double[] Without(double[] vector, List<double[]> directions)
    {
        double[] rest = [.. vector];
        foreach (double[] direction in directions)
        {
            double share = Dot(rest, direction);
            for (int cell = 0; cell < rest.Length; cell++)
            {
                rest[cell] -= share * direction[cell];
            }
        }

        return rest;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
