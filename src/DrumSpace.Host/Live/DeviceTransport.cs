namespace DrumSpace.Host.Live;

/// <summary>A device's own transport at the first frame of a block, as JACK has one.</summary>
/// <param name="IsPresent">Whether the device has a transport; all else is 0 if not.</param>
/// <param name="IsRolling">Whether it rolls.</param>
/// <param name="Frame">Its position in frames.</param>
/// <param name="HasMusic">Whether another program gives it a tempo, a meter and a musical position.</param>
/// <param name="Ppq">Its position in quarters from the song's start, if <paramref name="HasMusic"/>.</param>
/// <param name="Rounding">What <paramref name="Ppq"/> may be off by, in quarters.</param>
/// <param name="Tempo">Quarters per minute, if <paramref name="HasMusic"/>.</param>
/// <param name="Numerator">Beats of a bar, if <paramref name="HasMusic"/>.</param>
/// <param name="Denominator">The beat's note value, if <paramref name="HasMusic"/>.</param>
public readonly record struct DeviceTransport(
    bool IsPresent, bool IsRolling, long Frame, bool HasMusic, double Ppq, double Rounding, double Tempo, int Numerator, int Denominator);
