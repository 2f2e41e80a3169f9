namespace DrumSpace.Editor.Windows;

/// <summary>One thing that a window has for the host's thread.</summary>
/// <param name="Kind">What.</param>
/// <param name="Index">The parameter's index; 0 where there is none.</param>
/// <param name="Value">Its normalized value, 0 to 1; 0 where there is none.</param>
/// <param name="Action">What is to be done, of <see cref="HostEditKind.Call"/>; null for others.</param>
public readonly record struct HostEdit(HostEditKind Kind, int Index, float Value, Action? Action = null);
