namespace DrumSpace.Plugin.Parameters;

/// <summary>Off or on.</summary>
public sealed class SwitchRange() : ChoiceRange<bool>(["off", "on"], [false, true]);
