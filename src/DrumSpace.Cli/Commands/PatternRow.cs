using System.Text;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>A drum's row of a pattern, as a terminal shows it.</summary>
internal static class PatternRow
{
    /// <summary>A character a step: a block where the drum is hit, a dot elsewhere.</summary>
    public static string Of(in Pattern pattern, Voice voice)
    {
        StringBuilder row = new();
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            row.Append(pattern.Has(voice, step) ? '█' : '·');
        }

        return row.ToString();
    }
}
