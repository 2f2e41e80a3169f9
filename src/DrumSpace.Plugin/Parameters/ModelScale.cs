using System.Globalization;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// Models by their place in a list: each reads as its name, shortened to 7 characters, and an empty place as "-". A text may be the short
/// name, the full one, or the place's number from 1.
/// </summary>
/// <param name="models">The list; asked for when the first text is.</param>
public sealed class ModelScale(Func<ModelList> models) : SteppedScale
{
    private const string Empty = "-";

    /// <inheritdoc/>
    public override string Unit => "";

    /// <inheritdoc/>
    public override int Count => ModelList.PlaceCount;

    /// <inheritdoc/>
    public override string Format(float normalized) => models()[StepOf(normalized)]?.Text ?? Empty;

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        string name = text.Trim();
        int place = name == Empty ? Find(model => model == null)
            : Find(model => IsSame(model?.Text, name) || IsSame(model?.Name, name));
        if (place < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= Count)
        {
            place = number - 1;
        }

        normalized = place < 0 ? 0 : At(place);
        return place >= 0;
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private int Find(Func<ModelPlace?, bool> isSought)
    {
        ModelList list = models();
        for (int place = 0; place < Count; place++)
        {
            if (isSought(list[place]))
            {
                return place;
            }
        }

        return -1;
    }
}
