namespace DrumSpace.Host;

/// <summary>A gesture that the plugin reported to its host.</summary>
/// <param name="Kind">What the plugin reported.</param>
/// <param name="Parameter">The parameter's index.</param>
/// <param name="Value">The new value, 0 to 1; 0 where nothing was set.</param>
public readonly record struct ParameterEdit(ParameterEditKind Kind, int Parameter, float Value);
