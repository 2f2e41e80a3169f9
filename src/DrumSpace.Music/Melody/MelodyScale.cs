namespace DrumSpace.Music.Melody;

/// <summary>Scales for melodies; <see cref="ScaleDegrees"/> has their tones.</summary>
public enum MelodyScale
{
    /// <summary>Major, or ionian.</summary>
    Major,

    /// <summary>Natural minor, or aeolian.</summary>
    Minor,

    /// <summary>Dorian: minor with a major sixth.</summary>
    Dorian,

    /// <summary>Mixolydian: major with a minor seventh.</summary>
    Mixolydian,

    /// <summary>Harmonic minor: minor with a major seventh.</summary>
    HarmonicMinor,

    /// <summary>Major pentatonic: major without its fourth and seventh.</summary>
    MajorPentatonic,

    /// <summary>Minor pentatonic: minor without its second and sixth.</summary>
    MinorPentatonic,

    /// <summary>Blues: minor pentatonic and the diminished fifth.</summary>
    Blues,

    /// <summary>All twelve tones.</summary>
    Chromatic,
}
