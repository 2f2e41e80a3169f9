namespace DrumSpace.Editor.Model;

/// <summary>The map of a model: places of its space laid out in a plane. Immutable.</summary>
public sealed class SpaceMap
{
    private readonly SpacePoint[] _points;

    /// <summary>Makes a map.</summary>
    /// <param name="genres">The genres' names.</param>
    /// <param name="points">The points.</param>
    /// <exception cref="ArgumentException">A point's genre is none of them.</exception>
    public SpaceMap(IReadOnlyList<string> genres, ReadOnlySpan<SpacePoint> points)
    {
        Genres = genres;
        _points = points.ToArray();
        if (_points.Any(point => point.Genre >= genres.Count))
        {
            throw new ArgumentException($"A point's genre is none of the {genres.Count}.", nameof(points));
        }
    }

    /// <summary>The genres' names.</summary>
    public IReadOnlyList<string> Genres { get; }

    /// <summary>The points.</summary>
    public ReadOnlySpan<SpacePoint> Points => _points;
}
