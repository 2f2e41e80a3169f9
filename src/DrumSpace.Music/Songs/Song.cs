using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>A song in 4/4: its form and all notes. Immutable; any thread.</summary>
public sealed record Song
{
    /// <summary>The sections.</summary>
    public required SongForm Form { get; init; }

    /// <summary>The key of bass and lead.</summary>
    public required MusicalKey Key { get; init; }

    /// <summary>The tempo.</summary>
    public required double QuartersPerMinute { get; init; }

    /// <summary>The drums, in order of their steps; a voice at most once per step.</summary>
    public required IReadOnlyList<DrumHit> Drums { get; init; }

    /// <summary>The bass: monophonic, in order.</summary>
    public required IReadOnlyList<SongNote> Bass { get; init; }

    /// <summary>The lead: monophonic, in order.</summary>
    public required IReadOnlyList<SongNote> Lead { get; init; }
}
