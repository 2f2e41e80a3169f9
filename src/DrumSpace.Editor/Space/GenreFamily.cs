namespace DrumSpace.Editor.Space;

/// <summary>Genres that share a colour on the map.</summary>
internal enum GenreFamily
{
    /// <summary>No genre, such as the name of a collection.</summary>
    None,

    /// <summary>Rock, punk, country, metal.</summary>
    Rock,

    /// <summary>Jazz and New Orleans.</summary>
    Jazz,

    /// <summary>Funk, soul, gospel, blues.</summary>
    Funk,

    /// <summary>Hip-hop.</summary>
    HipHop,

    /// <summary>Dance and pop.</summary>
    Dance,

    /// <summary>Latin, Afro-Cuban, Afrobeat, highlife.</summary>
    Latin,

    /// <summary>Reggae, Middle Eastern.</summary>
    Reggae,
}
