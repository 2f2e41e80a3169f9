namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>A value with its type: D-Bus type v.</summary>
/// <param name="Value">A value of another type that <see cref="AtSpiBody"/> writes.</param>
internal sealed record AtSpiVariant(object Value);
