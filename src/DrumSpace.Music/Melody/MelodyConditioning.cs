namespace DrumSpace.Music.Melody;

/// <summary>What a melody model is conditioned on, besides the drums.</summary>
/// <param name="Role">Lead or bass.</param>
/// <param name="Instrument">
/// The General MIDI family of the instrument, program / 8: 0 pianos, 1 chromatic percussion, 2 organs, 3 guitars, 4 basses, 5 strings,
/// 6 ensembles, 7 brass, 8 reeds, 9 pipes, 10 synth leads, 11 synth pads, 12 synth effects, 13 ethnic, 14 percussive, 15 sound effects.
/// </param>
/// <param name="Key">The key.</param>
/// <param name="Octave">The register: the octave, 0 to 7, of the tonic above which most notes lie; octave 4 begins at note 60.</param>
public readonly record struct MelodyConditioning(MelodyRole Role, int Instrument, MusicalKey Key, int Octave)
{
    /// <summary>The number of instruments.</summary>
    public const int InstrumentCount = 16;

    /// <summary>The number of octaves.</summary>
    public const int OctaveCount = 8;

    /// <summary>The tonic above which most notes lie, a MIDI note.</summary>
    public int Anchor => 12 * (Octave + 1) + Key.Tonic;

    /// <summary>The octave of the tonic at or below a pitch, 0 to 7.</summary>
    /// <param name="pitch">A MIDI note, or a mean of notes.</param>
    /// <param name="tonic">The key's tonic, 0 to 11.</param>
    public static int OctaveOf(double pitch, int tonic) => Math.Clamp((int)Math.Floor((pitch - tonic) / 12) - 1, 0, OctaveCount - 1);

    /// <summary>The conditioning of the same melody, transposed.</summary>
    /// <param name="semitones">Up, -11 to 11.</param>
    public MelodyConditioning Transpose(int semitones)
    {
        int tonic = (Key.Tonic + semitones + 12) % 12;
        return this with
        {
            Key = Key with { Tonic = tonic },
            Octave = Math.Clamp((Anchor + semitones - tonic) / 12 - 1, 0, OctaveCount - 1),
        };
    }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of its range.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)Role, (uint)MelodyRole.Bass, nameof(Role));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)Instrument, (uint)InstrumentCount, nameof(Instrument));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)Key.Tonic, 12u, nameof(Key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)Key.Mode, (uint)KeyMode.Minor, nameof(Key));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)Octave, (uint)OctaveCount, nameof(Octave));
    }
}
