namespace DrumSpace.Engine;

/// <summary>How the song's path plays.</summary>
/// <param name="Mode">Whether it does.</param>
/// <param name="Position">The place on it, or where it begins, as a part of its length: 0 to 1.</param>
/// <param name="Bars">The bars of the song in which it is passed, at least 1.</param>
public readonly record struct PathSettings(PathMode Mode, double Position, int Bars)
{
    /// <summary>The place on the path, as a part of its length.</summary>
    /// <param name="bars">The position in the song, in bars from its start.</param>
    public double PartAt(double bars)
    {
        double part = bars / Bars + Position;
        return Mode == PathMode.Plays ? part - Math.Floor(part) : Position;
    }
}
