namespace DrumSpace.Music.Melody;

/// <summary>A key. Immutable; any thread.</summary>
/// <param name="Tonic">The tonic's pitch class: 0 for C to 11 for B.</param>
/// <param name="Mode">Major or minor.</param>
public readonly record struct MusicalKey(int Tonic, KeyMode Mode)
{
    private static readonly string[] Tonics = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>The degrees of the key's scale, major or natural minor: a mask as in <see cref="ScaleDegrees"/>.</summary>
    public int Degrees => Mode == KeyMode.Major ? ScaleDegrees.Major : ScaleDegrees.NaturalMinor;

    /// <summary>Whether a degree belongs to the key's scale.</summary>
    /// <param name="degree">Semitones above the tonic, 0 to 11.</param>
    public bool HasDegree(int degree) => ScaleDegrees.Has(Degrees, degree);

    /// <summary>Semitones from the tonic up to a note, 0 to 11.</summary>
    /// <param name="note">A MIDI note, 0 to 127.</param>
    public int DegreeOf(int note) => (note + 12 - Tonic) % 12;

    /// <inheritdoc/>
    public override string ToString() => $"{Tonics[Tonic]} {(Mode == KeyMode.Major ? "major" : "minor")}";
}
