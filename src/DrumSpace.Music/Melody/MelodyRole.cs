namespace DrumSpace.Music.Melody;

/// <summary>The role of a melody in a piece.</summary>
public enum MelodyRole
{
    /// <summary>A tune, riff or figure above the bass.</summary>
    Lead = 0,

    /// <summary>A bass line.</summary>
    Bass = 1,
}
