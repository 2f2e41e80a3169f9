using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>
/// A row of the groove network's input, for a step: the pattern turned so that the step comes first (after its last step comes its first,
/// as it is played), the step's place in the bar, and the tempo. All steps share the network's weights.
/// </summary>
internal static class GrooveRow
{
    /// <summary>The column of the first place in the bar; before it lie the cells.</summary>
    public const int Place = Pattern.CellCount;

    /// <summary>The column of the scaled tempo.</summary>
    public const int Tempo = Place + Pattern.StepsPerBar;

    /// <summary>The number of columns.</summary>
    public const int Width = Tempo + 1;

    /// <summary>The column of a cell in the row of a step.</summary>
    public static int ColumnOf(int cell, int step) => (cell - step * Pattern.VoiceCount + Pattern.CellCount) % Pattern.CellCount;

    /// <summary>Writes a row that is zero.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cells">The pattern's hits.</param>
    /// <param name="step">0 to 31.</param>
    /// <param name="tempo">Quarters a minute.</param>
    public static void Write(Span<float> row, IEnumerable<int> cells, int step, double tempo)
    {
        foreach (int cell in cells)
        {
            row[ColumnOf(cell, step)] = 1;
        }

        row[Place + step % Pattern.StepsPerBar] = 1;
        row[Tempo] = GrooveTempo.Scale(tempo);
    }
}
