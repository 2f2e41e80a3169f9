namespace DrumSpace.Host;

/// <summary>The kind of a <see cref="ParameterEdit"/>.</summary>
public enum ParameterEditKind
{
    /// <summary>The user starts to move the parameter.</summary>
    Begin,

    /// <summary>The parameter has a new value.</summary>
    Automate,

    /// <summary>The user releases the parameter.</summary>
    End,
}
