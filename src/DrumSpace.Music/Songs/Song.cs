using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>A song: its form and every note, in 4/4 on the 16th grid. Immutable; any thread.</summary>
public sealed record Song
{
    /// <summary>The sections.</summary>
    public required SongForm Form { get; init; }

    /// <summary>The key of bass and lead.</summary>
    public required MusicalKey Key { get; init; }

    /// <summary>The tempo.</summary>
    public required double QuartersPerMinute { get; init; }

    /// <summary>The drums, in the order of their steps; a voice at most once a step.</summary>
    public required IReadOnlyList<DrumHit> Drums { get; init; }

    /// <summary>The bass, in order; no note begins before the one before it ends.</summary>
    public required IReadOnlyList<LineNote> Bass { get; init; }

    /// <summary>The lead, in order; no note begins before the one before it ends.</summary>
    public required IReadOnlyList<LineNote> Lead { get; init; }
}
