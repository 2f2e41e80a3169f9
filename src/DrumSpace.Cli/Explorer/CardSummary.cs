namespace DrumSpace.Cli.Explorer;

/// <summary>What a model card says first.</summary>
internal static class CardSummary
{
    private const int MaxLength = 400;

    /// <summary>The first paragraph that is no heading, in one line of up to 400 characters; null where there is none.</summary>
    /// <param name="card">A model card in Markdown.</param>
    public static string? Of(string card)
    {
        IEnumerable<string> lines = card.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
        string text = string.Join(' ', lines.SkipWhile(line => line.Length == 0 || line[0] == '#').TakeWhile(line => line.Length > 0));
        return text.Length == 0 ? null : text[..Math.Min(text.Length, MaxLength)];
    }
}
