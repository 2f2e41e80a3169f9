namespace DrumSpace.Inference.Bundles;

/// <summary>What one hears on the way from an axis's lower end to its upper.</summary>
/// <param name="Name">A label for a knob: 1 to 16 characters, none of them a control character.</param>
/// <param name="Description">What grows along the axis, and how surely: up to 200 characters, none of them a control character.</param>
public sealed record AxisLabel(string Name, string Description)
{
    /// <summary>The longest name, in characters: what fits under a knob.</summary>
    public const int MaxNameLength = 16;

    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescriptionLength = 200;

    /// <summary>What is wrong with the texts, or null.</summary>
    public string? FindFault()
    {
        // A JSON object may lack a text, which the compiler does not see.
        if (Name is null or { Length: 0 or > MaxNameLength } || Name.Any(char.IsControl))
        {
            return $"a name has 1 to {MaxNameLength} characters, none of them a control character";
        }

        return Description is null or { Length: > MaxDescriptionLength } || Description.Any(char.IsControl)
            ? $"a description has up to {MaxDescriptionLength} characters, none of them a control character"
            : null;
    }
}
