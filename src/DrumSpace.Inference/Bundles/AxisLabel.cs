namespace DrumSpace.Inference.Bundles;

/// <summary>The meaning of a latent axis: what grows from its lower end to its upper.</summary>
/// <param name="Name">A label for a knob: 1 to 16 characters, none of them a control character.</param>
/// <param name="Description">What grows along the axis, and how reliably: up to 200 characters, none of them a control character.</param>
public sealed record AxisLabel(string Name, string Description)
{
    /// <summary>The longest name, in characters: what fits under a knob.</summary>
    public const int MaxNameLength = 16;

    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescriptionLength = 200;

    /// <summary>The first rule that the texts break; null when they keep all.</summary>
    public string? FindFault()
    {
        // Null where a JSON object lacks it, whatever the type says.
        if (Name is null or { Length: 0 or > MaxNameLength } || Name.Any(char.IsControl))
        {
            return $"a name has 1 to {MaxNameLength} characters, none of them a control character";
        }

        return Description is null or { Length: > MaxDescriptionLength } || Description.Any(char.IsControl)
            ? $"a description has up to {MaxDescriptionLength} characters, none of them a control character"
            : null;
    }
}
