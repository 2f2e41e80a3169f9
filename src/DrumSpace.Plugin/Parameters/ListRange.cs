using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The indices of a list. Each reads as the short text of its item, and an index without an item as "- 7" with its number from 1, because
/// two values with one text could not be told apart. A typed text may be the short text, the full name, or the number.
/// </summary>
/// <param name="count">The number of indices.</param>
/// <param name="textOf">The short text of the item at an index, at most 7 ASCII characters; null without an item.</param>
/// <param name="nameOf">The full name of the item at an index; null without an item.</param>
public sealed class ListRange(int count, Func<int, string?> textOf, Func<int, string?> nameOf) : ParameterRange<int>("", count)
{
    private const string Empty = "- ";

    /// <inheritdoc/>
    public override int ValueOf(float normalized) => StepOf(normalized);

    /// <inheritdoc/>
    public override float NormalizedOf(int value) => AtStep(value);

    /// <inheritdoc/>
    public override string Format(float normalized) => textOf(StepOf(normalized))
        ?? Empty + (StepOf(normalized) + 1).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string? NameOf(int step) => nameOf(step);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        string name = text.Trim();
        int index = Find(name);
        string number = name.StartsWith(Empty, StringComparison.Ordinal) ? name[Empty.Length..] : name;
        if (index < 0 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int counted) && counted <= StepCount)
        {
            index = counted - 1;
        }

        normalized = index < 0 ? 0 : AtStep(index);
        return index >= 0;
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private int Find(string name)
    {
        int index = 0;
        while (index < StepCount && !IsSame(textOf(index), name) && !IsSame(nameOf(index), name))
        {
            index++;
        }

        return index < StepCount ? index : -1;
    }
}
