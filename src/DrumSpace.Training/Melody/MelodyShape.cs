using DrumSpace.Inference.Melody;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>The sizes inside a melody network.</summary>
internal static class MelodyShape
{
    /// <summary>The size of the drums' features at a step.</summary>
    public const int DrumFeatures = 96;

    /// <summary>The number of tones: twelve degrees, the rest and the tie.</summary>
    public const int ToneCount = 14;

    /// <summary>The size of a tone's embedding.</summary>
    public const int ToneSize = 16;

    /// <summary>The number of octaves; the last is for rests and ties, which have none.</summary>
    public const int ToneOctaveCount = MelodyToken.Octaves + 1;

    /// <summary>The size of an octave's embedding.</summary>
    public const int ToneOctaveSize = 8;

    /// <summary>The size of a token's embedding.</summary>
    public const int TokenSize = ToneSize + ToneOctaveSize;

    /// <summary>The size of the embedding of each part of a setting.</summary>
    public const int SettingPartSize = 6;

    /// <summary>The size of a setting's embedding.</summary>
    public static int SettingSize => MelodyTensors.SettingWidths.Count * SettingPartSize;

    /// <summary>The size of the recurrent unit's input: the drums' features, the tokens a step and a bar before, and the setting.</summary>
    public static int InputSize => DrumFeatures + 2 * TokenSize + SettingSize;

    /// <summary>The bound of the embeddings' initial values.</summary>
    public const float EmbeddingBound = 0.3f;

    /// <summary>A token's tone.</summary>
    public static int ToneOf(int token) => token < MelodyToken.FirstNote ? 12 + token : MelodyToken.DegreeOf(token);

    /// <summary>The octave of a token's tone.</summary>
    public static int ToneOctaveOf(int token) =>
        token < MelodyToken.FirstNote ? MelodyToken.Octaves : (token - MelodyToken.FirstNote) / 12;
}
