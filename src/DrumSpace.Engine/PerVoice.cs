using System.Runtime.CompilerServices;
using DrumSpace.Music;

namespace DrumSpace.Engine;

/// <summary>A number for each of the 14 voices. A value; copying it allocates nothing.</summary>
[InlineArray(Pattern.VoiceCount)]
public struct PerVoice
{
    private float _first;

    /// <summary>The same number for every voice.</summary>
    /// <param name="value">The number.</param>
    public static PerVoice All(float value)
    {
        PerVoice all = default;
        ((Span<float>)all).Fill(value);
        return all;
    }
}
