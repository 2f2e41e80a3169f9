namespace DrumSpace.Host.Live;

/// <summary>The settings of a <see cref="LiveEngine"/>.</summary>
public sealed record LiveOptions
{
    /// <summary>The tempo at first, in quarters per minute.</summary>
    public double Tempo { get; init; } = 120;

    /// <summary>The meter at first.</summary>
    public (int Numerator, int Denominator) Meter { get; init; } = (4, 4);

    /// <summary>The loop at first, in quarters; null for none.</summary>
    public (double Start, double End)? Loop { get; init; }

    /// <summary>Who decides over the song time at first.</summary>
    public SyncSource Source { get; init; } = SyncSource.Own;

    /// <summary>Whether MIDI clock is sent.</summary>
    public bool SendsClock { get; init; }

    /// <summary>Whether MIDI machine control is obeyed.</summary>
    public bool ObeysMachineControl { get; init; } = true;
}
