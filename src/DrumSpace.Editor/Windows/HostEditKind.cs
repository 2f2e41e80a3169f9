namespace DrumSpace.Editor.Windows;

/// <summary>The kinds of <see cref="HostEdit"/>.</summary>
public enum HostEditKind
{
    /// <summary>A hand takes a parameter.</summary>
    Begin,

    /// <summary>A parameter has another value.</summary>
    Set,

    /// <summary>The hand lets the parameter go.</summary>
    End,

    /// <summary>Something for the host's thread to do.</summary>
    Call,
}
