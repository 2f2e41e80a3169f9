namespace DrumSpace.Editor.Model;

/// <summary>What an axis of the space was measured to mean.</summary>
/// <param name="Name">A word or two, such as "Busy".</param>
/// <param name="Description">A sentence.</param>
public sealed record AxisName(string Name, string Description);
