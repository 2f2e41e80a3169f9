using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;

namespace DrumSpace.Training.Songs;

/// <summary>What song is wanted.</summary>
/// <param name="Form">The sections.</param>
/// <param name="Key">The key of bass and lead.</param>
/// <param name="QuartersPerMinute">The tempo.</param>
/// <param name="Seed">Another gives another song.</param>
/// <param name="Groove">0 to 1: how far velocities and places of hits go from the rule's and the grid's to the learnt drummer's.</param>
public sealed record SongRequest(SongForm Form, MusicalKey Key, double QuartersPerMinute, ulong Seed, double Groove);
