namespace DrumSpace.Music.Songs;

/// <summary>What a section is in a song.</summary>
public enum SectionKind
{
    /// <summary>Leads in: walks to where the verse is.</summary>
    Intro,

    /// <summary>Tells the story.</summary>
    Verse,

    /// <summary>Rises from verse to chorus.</summary>
    PreChorus,

    /// <summary>What everybody remembers: the fullest section.</summary>
    Chorus,

    /// <summary>Something else, once.</summary>
    Bridge,

    /// <summary>The drums, thin and alone.</summary>
    Break,

    /// <summary>The chorus's relative, for the lead to show off.</summary>
    Solo,

    /// <summary>Leads out: walks back to where the intro came from.</summary>
    Outro,
}
