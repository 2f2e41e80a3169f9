namespace DrumSpace.Music.Melody;

/// <summary>A key. Immutable; any thread.</summary>
/// <param name="Tonic">The tonic's pitch class: 0 for C to 11 for B.</param>
/// <param name="Mode">Major or minor.</param>
public readonly record struct MusicalKey(int Tonic, KeyMode Mode)
{
    // Bit d is set when d semitones above the tonic lie in the scale.
    private const int MajorScale = 0b1010_1011_0101;
    private const int NaturalMinorScale = 0b0101_1010_1101;
    private static readonly string[] Tonics = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>Whether a note of this degree lies in the key's scale: major or natural minor.</summary>
    /// <param name="degree">Semitones above the tonic, 0 to 11.</param>
    public bool HasDegree(int degree) => ((Mode == KeyMode.Major ? MajorScale : NaturalMinorScale) >> degree & 1) != 0;

    /// <summary>Semitones from the tonic up to a note, 0 to 11.</summary>
    /// <param name="note">A MIDI note, 0 to 127.</param>
    public int DegreeOf(int note) => (note + 12 - Tonic) % 12;

    /// <inheritdoc/>
    public override string ToString() => $"{Tonics[Tonic]} {(Mode == KeyMode.Major ? "major" : "minor")}";
}
