using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>A training example: the drums, the melody's setting, and its 32 tokens, which do not depend on the key.</summary>
/// <param name="Pattern">The drums.</param>
/// <param name="Setting">Role, instrument, key and octave, as in the song.</param>
/// <param name="Tokens">32 tokens (<see cref="MelodyToken"/>).</param>
public sealed record MelodyExample(Pattern Pattern, MelodyConditioning Setting, IReadOnlyList<byte> Tokens)
{
    /// <summary>Creates an example from a melody.</summary>
    public static MelodyExample Of(in Pattern pattern, in MelodyConditioning setting, MelodyPhrase line)
    {
        var tokens = new byte[MelodyPhrase.StepCount];
        for (int step = 0; step < tokens.Length; step++)
        {
            tokens[step] = (byte)MelodyToken.Of(line[step], setting);
        }

        return new MelodyExample(pattern, setting, tokens);
    }
}
