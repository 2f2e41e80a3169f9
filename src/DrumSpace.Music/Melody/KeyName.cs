namespace DrumSpace.Music.Melody;

/// <summary>Parses keys as musicians write them.</summary>
public static class KeyName
{
    // Semitones of the letters A to G above C.
    private static ReadOnlySpan<int> Letters => [9, 11, 0, 2, 4, 5, 7];

    /// <summary>Parses a key: a letter, an optional # or b, and m or minor for minor; "C", "F#m", "Bb major", "a minor".</summary>
    /// <param name="text">The key's name.</param>
    /// <param name="key">The key, when the name is valid.</param>
    public static bool TryParse(string text, out MusicalKey key)
    {
        key = default;
        string name = text.Trim();
        if (name.Length == 0 || char.ToUpperInvariant(name[0]) is not (>= 'A' and <= 'G') and var letter)
        {
            return false;
        }

        int shift = name.Length < 2 ? 0 : name[1] == '#' ? 1 : name[1] == 'b' ? -1 : 0;
        KeyMode? mode = name[(shift == 0 ? 1 : 2)..].Trim() switch
        {
            "" or "M" or "maj" or "major" => KeyMode.Major,
            "m" or "min" or "minor" => KeyMode.Minor,
            _ => null,
        };
        key = new MusicalKey((Letters[char.ToUpperInvariant(name[0]) - 'A'] + shift + 12) % 12, mode ?? default);
        return mode != null;
    }
}
