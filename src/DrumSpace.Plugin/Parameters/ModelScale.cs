using System.Globalization;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// Models by their place in a list: each reads as its name, shortened to 7 characters, and an empty place as "- 7" with its number from 1,
/// because two values that read alike would be one. A text may be the short name, the full one, or the place's number.
/// </summary>
/// <param name="models">The list; asked for when the first text is.</param>
public sealed class ModelScale(Func<ModelList> models) : SteppedScale
{
    private const string Empty = "- ";

    /// <inheritdoc/>
    public override string Unit => "";

    /// <inheritdoc/>
    public override int Count => ModelList.PlaceCount;

    /// <inheritdoc/>
    public override string Format(float normalized) => models()[StepOf(normalized)]?.Text
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

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private int Find(string name)
    {
        ModelList list = models();
        for (int place = 0; place < Count; place++)
        {
            if (IsSame(list[place]?.Text, name) || IsSame(list[place]?.Name, name))
            {
                return place;
            }
        }

        return -1;
    }
}
