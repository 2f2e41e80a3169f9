namespace DrumSpace.Host.Live;

/// <summary>A change of the song time, on its way to the audio thread.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="A">The place in quarters, the tempo, or the loop's start in quarters.</param>
/// <param name="B">The loop's end in quarters.</param>
internal readonly record struct TransportCommand(TransportCommandKind Kind, double A = 0, double B = 0);
