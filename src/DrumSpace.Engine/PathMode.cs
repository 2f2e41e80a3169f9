namespace DrumSpace.Engine;

/// <summary>Whether the song's path plays in place of the knobs, and what moves along it.</summary>
public enum PathMode
{
    /// <summary>The knobs play.</summary>
    Off,

    /// <summary>The place on the path is set.</summary>
    ByHand,

    /// <summary>The position in the song moves along the path, again and again.</summary>
    Plays,
}
