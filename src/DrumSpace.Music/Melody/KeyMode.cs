namespace DrumSpace.Music.Melody;

/// <summary>The mode of a key.</summary>
public enum KeyMode
{
    /// <summary>Major.</summary>
    Major = 0,

    /// <summary>Natural minor.</summary>
    Minor = 1,
}
