using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// What the built-in kit is made of, for those who play it elsewhere: a stroke is the drum's sample, times 2 and the square of velocity /
/// 127, panned linearly.
/// </summary>
/// <remarks>Any thread; <see cref="SampleOf"/> is not for the audio thread.</remarks>
public static class KitSound
{
    /// <summary>Seconds in which a stroke fades when its drum is struck again: long enough not to click, too short for a second stroke.</summary>
    public const double RestrikeFade = 0.04;

    /// <summary>Seconds in which the closed hi-hat chokes the open one.</summary>
    public const double ChokeFade = 0.015;

    /// <summary>Each drum's position, 0 left to 1 right, as the audience sees the kit, by <see cref="Voice"/>.</summary>
    public static ReadOnlySpan<float> Pans =>
        [0.5f, 0.5f, 0.62f, 0.32f, 0.42f, 0.62f, 0.56f, 0.66f, 0.3f, 0.4f, 0.42f, 0.36f, 0.58f, 0.66f];

    /// <summary>The sample of a drum: mono, -1 to 1. Made at the first call for a sample rate.</summary>
    /// <param name="voice">The drum.</param>
    /// <param name="sampleRate">Frames a second.</param>
    public static ReadOnlySpan<float> SampleOf(Voice voice, double sampleRate) => DrumTables.For(sampleRate)[voice];
}
