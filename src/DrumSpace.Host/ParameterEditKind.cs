namespace DrumSpace.Host;

/// <summary>What a <see cref="ParameterEdit"/> tells.</summary>
public enum ParameterEditKind
{
    /// <summary>The user takes hold of the parameter.</summary>
    Begin,

    /// <summary>The parameter has a new value.</summary>
    Automate,

    /// <summary>The user lets go.</summary>
    End,
}
