namespace DrumSpace.Training.Publishing;

/// <summary>A section of a model card that a later training writes: from its heading "## Title" to the next heading of that rank.</summary>
internal static class CardSection
{
    /// <summary>Puts a section into a card, in the place of the one of the same title, else at the end.</summary>
    /// <param name="card">The card, Markdown.</param>
    /// <param name="title">The section's title.</param>
    /// <param name="text">What stands below the heading, Markdown.</param>
    public static string Put(string card, string title, string text)
    {
        string heading = $"## {title}\n";
        string section = $"{heading}\n{text.Trim()}\n";
        int start = ("\n" + card).IndexOf("\n" + heading, StringComparison.Ordinal);
        if (start < 0)
        {
            return $"{card.TrimEnd()}\n\n{section}";
        }

        int end = card.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return end < 0 ? card[..start] + section : $"{card[..start]}{section}{card[end..]}";
    }
}
