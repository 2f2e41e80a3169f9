using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>
/// A row of the groove network's input, for a step: the cells of half a bar to either side (after a pattern's last step comes its first, as
/// it is played), how many hits each voice has in the pattern, the step's place in the bar, and the tempo. All steps share the network's
/// weights.
/// </summary>
internal static class GrooveRow
{
    /// <summary>How many steps a row reaches to either side.</summary>
    public const int Reach = Pattern.StepsPerBar / 2;

    /// <summary>The column of the first voice's share of the steps; before it lie the cells.</summary>
    public const int Density = (2 * Reach + 1) * Pattern.VoiceCount;

    /// <summary>The column of the first place in the bar.</summary>
    public const int Place = Density + Pattern.VoiceCount;

    /// <summary>The column of the scaled tempo.</summary>
    public const int Tempo = Place + Pattern.StepsPerBar;

    /// <summary>The number of columns.</summary>
    public const int Width = Tempo + 1;

    /// <summary>The cell of the pattern in a column before <see cref="Density"/>, in the row of a step.</summary>
    public static int CellAt(int column, int step) =>
        (column + (step - Reach + Pattern.StepCount) * Pattern.VoiceCount) % Pattern.CellCount;

    /// <summary>Writes a row that is zero.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cells">The pattern's hits.</param>
    /// <param name="step">0 to 31.</param>
    /// <param name="tempo">Quarters a minute.</param>
    public static void Write(Span<float> row, IEnumerable<int> cells, int step, double tempo)
    {
        foreach (int cell in cells)
        {
            int column = (cell + (Reach - step + Pattern.StepCount) * Pattern.VoiceCount) % Pattern.CellCount;
            if (column < Density)
            {
                row[column] = 1;
            }

            row[Density + cell % Pattern.VoiceCount] += 1f / Pattern.StepCount;
        }

        row[Place + step % Pattern.StepsPerBar] = 1;
        row[Tempo] = GrooveTempo.Scale(tempo);
    }
}
