using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// Synthesises each drum of the built-in kit after the circuits of analogue drum machines: swept sines for skins, noise for snares, square
/// oscillators for cymbals. The settings were chosen by ear and by spectrum; nothing is sampled.
/// </summary>
/// <remarks>Not for the audio thread: allocates, and takes milliseconds.</remarks>
internal static class DrumSynthesis
{
    /// <summary>The one-shot sample of a drum, mono; its last frame is exactly 0.</summary>
    /// <param name="voice">The drum.</param>
    /// <param name="sampleRate">Frames a second.</param>
    public static float[] Make(Voice voice, double sampleRate) => voice switch
    {
        Voice.BassDrum => SkinSynthesis.BassDrum(sampleRate),
        Voice.Snare => SkinSynthesis.Snare(sampleRate),
        Voice.ClosedHiHat => CymbalSynthesis.HiHat(sampleRate, 0.16, 0.028, 0.2f),
        Voice.OpenHiHat => CymbalSynthesis.HiHat(sampleRate, 0.9, 0.2, 0.2f),
        Voice.LowFloorTom => SkinSynthesis.Tom(sampleRate, 78, 0.75, 0.2),
        Voice.LowTom => SkinSynthesis.Tom(sampleRate, 108, 0.65, 0.17),
        Voice.HiMidTom => SkinSynthesis.Tom(sampleRate, 158, 0.55, 0.14),
        Voice.Crash => CymbalSynthesis.Crash(sampleRate),
        Voice.Ride => CymbalSynthesis.Ride(sampleRate),
        Voice.Vibraslap => RattleSynthesis.Vibraslap(sampleRate),
        Voice.HiBongo => SkinSynthesis.HandDrum(sampleRate, 415, 0.25, 0.05, 0.25f),
        Voice.LowBongo => SkinSynthesis.HandDrum(sampleRate, 300, 0.3, 0.07, 0.28f),
        Voice.MuteHiConga => SkinSynthesis.HandDrum(sampleRate, 340, 0.15, 0.025, 0.26f),
        _ => SkinSynthesis.HandDrum(sampleRate, 195, 0.5, 0.13, 0.32f),
    };
}
