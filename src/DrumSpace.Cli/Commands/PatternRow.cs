using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>A voice's row of a pattern as text.</summary>
internal static class PatternRow
{
    /// <summary>A hit.</summary>
    public const char Hit = '█';

    /// <summary>A character a step: a block for a hit, else a dot.</summary>
    public static string Of(Pattern pattern, Voice voice) =>
        string.Concat(Enumerable.Range(0, Pattern.StepCount).Select(step => pattern.Has(voice, step) ? Hit : '·'));
}
