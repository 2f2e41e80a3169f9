namespace DrumSpace.Music.Songs;

/// <summary>The kind of a section.</summary>
public enum SectionKind
{
    /// <summary>Leads into the verse.</summary>
    Intro,

    /// <summary>The verse: the song's base.</summary>
    Verse,

    /// <summary>Builds up from verse to chorus.</summary>
    PreChorus,

    /// <summary>The fullest section.</summary>
    Chorus,

    /// <summary>A contrasting section.</summary>
    Bridge,

    /// <summary>Thin drums alone.</summary>
    Break,

    /// <summary>Close to the chorus, for a lead solo.</summary>
    Solo,

    /// <summary>Leads out, back to the start of the intro.</summary>
    Outro,
}
