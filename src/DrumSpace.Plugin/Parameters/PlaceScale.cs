using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The places of a list: each reads as the short text of what is there, and an empty place as "- 7" with its number from 1, because two
/// values that read alike would be one. A text may be the short text, the full name, or the place's number.
/// </summary>
/// <param name="count">The number of places.</param>
public abstract class PlaceScale(int count) : SteppedScale
{
    private const string Empty = "- ";

    /// <inheritdoc/>
    public override string Unit => "";

    /// <inheritdoc/>
    public override int Count { get; } = count;

    /// <inheritdoc/>
    public override string Format(float normalized) => TextOf(StepOf(normalized))
        ?? Empty + (StepOf(normalized) + 1).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        string name = text.Trim();
        int place = Find(name);
        string number = name.StartsWith(Empty, StringComparison.Ordinal) ? name[Empty.Length..] : name;
        if (place < 0 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int counted) && counted >= 1 && counted <= Count)
        {
            place = counted - 1;
        }

        normalized = place < 0 ? 0 : At(place);
        return place >= 0;
    }

    /// <summary>The short text of what is at a place, at most 7 ASCII characters; null where nothing is.</summary>
    protected abstract string? TextOf(int place);

    /// <summary>The full name of what is at a place; null where nothing is.</summary>
    protected abstract string? NameOf(int place);

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private int Find(string name)
    {
        for (int place = 0; place < Count; place++)
        {
            if (IsSame(TextOf(place), name) || IsSame(NameOf(place), name))
            {
                return place;
            }
        }

        return -1;
    }
}
