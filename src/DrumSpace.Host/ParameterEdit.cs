namespace DrumSpace.Host;

/// <summary>A parameter change or gesture that comes from the plugin.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Parameter">The parameter's index.</param>
/// <param name="Value">The new value, 0 to 1; 0 for gestures.</param>
public readonly record struct ParameterEdit(ParameterEditKind Kind, int Parameter, float Value);
