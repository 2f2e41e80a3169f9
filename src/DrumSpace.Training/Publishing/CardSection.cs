namespace DrumSpace.Training.Publishing;

/// <summary>A section of a model card: from its heading "## Title" to the next heading of that level.</summary>
internal static class CardSection
{
    /// <summary>Replaces the section of a title, or appends it.</summary>
    /// <param name="card">The card, Markdown.</param>
    /// <param name="title">The section's title.</param>
    /// <param name="text">The text below the heading, Markdown.</param>
    public static string Put(string card, string title, string text)
    {
        string section = $"{Heading(title)}\n{text.Trim()}\n";
        (int start, int end) = Find(card, title);
        return start < 0 ? $"{card.TrimEnd()}\n\n{section}"
            : end == card.Length ? card[..start] + section
            : $"{card[..start]}{section}\n{card[end..]}";
    }

    /// <summary>The text below a section's heading; null when the card has no such section.</summary>
    /// <param name="card">The card, Markdown.</param>
    /// <param name="title">The section's title.</param>
    public static string? Get(string card, string title)
    {
        (int start, int end) = Find(card, title);
        return start < 0 ? null : card[(start + Heading(title).Length)..end].Trim();
    }

    private static string Heading(string title) => $"## {title}\n";

    // From the heading to the next of its level, or to the end of the card.
    private static (int Start, int End) Find(string card, string title)
    {
        int start = ("\n" + card).IndexOf("\n" + Heading(title), StringComparison.Ordinal);
        int next = start < 0 ? -1 : card.IndexOf("\n## ", start + Heading(title).Length - 1, StringComparison.Ordinal);
        return (start, next < 0 ? card.Length : next + 1);
    }
}
