using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;

namespace DrumSpace.Training.Songs;

/// <summary>The parameters of a song to generate.</summary>
/// <param name="Form">The sections.</param>
/// <param name="Key">The key of bass and lead.</param>
/// <param name="QuartersPerMinute">The tempo.</param>
/// <param name="Seed">The seed of all random choices.</param>
/// <param name="Groove">The amount of the groove model in the velocities and the timing of the hits, 0 (rule and grid) to 1.</param>
public sealed record SongRequest(SongForm Form, MusicalKey Key, double QuartersPerMinute, ulong Seed, double Groove);
