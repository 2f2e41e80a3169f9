using DrumSpace.Music;

namespace DrumSpace.Training.Common;

/// <summary>A beat that many play, and where it is to be found.</summary>
/// <param name="Pattern">The beat.</param>
/// <param name="Family">The family that it belongs to, 0 to 7 (<see cref="BeatVariation.CommonFamily"/>).</param>
/// <param name="Place">Its point among those of its family.</param>
public sealed record CommonBeat(Pattern Pattern, int Family, Latent Place);
