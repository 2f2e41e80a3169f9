using DrumSpace.Inference.Melody;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>The sizes inside a melody network: of its embeddings and of what it hears.</summary>
internal static class MelodyShape
{
    /// <summary>What is heard of the drums at a step.</summary>
    public const int HeardSize = 96;

    /// <summary>Tones: the twelve degrees, the rest and the tie.</summary>
    public const int ToneCount = 14;

    /// <summary>A tone's vector.</summary>
    public const int ToneSize = 16;

    /// <summary>Octaves of a tone; the last stands for rests and ties, which have none.</summary>
    public const int ToneOctaveCount = MelodyToken.Octaves + 1;

    /// <summary>The vector of a tone's octave.</summary>
    public const int ToneOctaveSize = 8;

    /// <summary>A token's vector.</summary>
    public const int SaidSize = ToneSize + ToneOctaveSize;

    /// <summary>The vector of each part of a setting.</summary>
    public const int SettingPartSize = 6;

    /// <summary>A setting's vector.</summary>
    public static int SettingSize => MelodyTensors.SettingWidths.Count * SettingPartSize;

    /// <summary>What enters the memory at a step: what is heard, the tokens a step and a bar before, and the setting.</summary>
    public static int InputSize => HeardSize + 2 * SaidSize + SettingSize;

    /// <summary>How far from 0 embeddings begin.</summary>
    public const float EmbeddingBound = 0.3f;

    /// <summary>A token's tone.</summary>
    public static int ToneOf(int token) => token < MelodyToken.FirstNote ? 12 + token : MelodyToken.DegreeOf(token);

    /// <summary>The octave of a token's tone.</summary>
    public static int ToneOctaveOf(int token) =>
        token < MelodyToken.FirstNote ? MelodyToken.Octaves : (token - MelodyToken.FirstNote) / 12;
}
