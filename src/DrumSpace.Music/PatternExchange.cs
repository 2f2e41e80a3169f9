namespace DrumSpace.Music;

/// <summary>Hands decoded beats from the thread that decodes to the one that plays.</summary>
public sealed class PatternExchange() : Exchange<DecodedPattern>(new(), new(), new());
