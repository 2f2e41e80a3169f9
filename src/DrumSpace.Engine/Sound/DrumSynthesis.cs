using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// Makes the sound of each voice of the kit as a one-shot table: swept sines for skins, noise for snares, a cluster of square waves for
/// cymbals, after the circuits of the analogue drum machines. Settings are by ear and by spectrum; nothing is sampled.
/// </summary>
/// <remarks>Not for the audio thread: makes arrays and takes milliseconds.</remarks>
internal static partial class DrumSynthesis
{
    private const double FadeOut = 0.1;

    /// <summary>The gain below which a part of a sound is left out: -100 dB.</summary>
    internal const double Inaudible = 1e-5;

    /// <summary>The sound of a voice, starting at its first frame and ending at exactly 0.</summary>
    /// <param name="voice">The drum.</param>
    /// <param name="sampleRate">Frames a second.</param>
    public static float[] Make(Voice voice, double sampleRate) => voice switch
    {
        Voice.BassDrum => BassDrum(sampleRate),
        Voice.Snare => Snare(sampleRate),
        Voice.ClosedHiHat => HiHat(sampleRate, 0.16, 0.028, 0.2f),
        Voice.OpenHiHat => HiHat(sampleRate, 0.9, 0.2, 0.2f),
        Voice.LowFloorTom => Tom(sampleRate, 78, 0.75, 0.2),
        Voice.LowTom => Tom(sampleRate, 108, 0.65, 0.17),
        Voice.HiMidTom => Tom(sampleRate, 158, 0.55, 0.14),
        Voice.Crash => Crash(sampleRate),
        Voice.Ride => Ride(sampleRate),
        Voice.Vibraslap => Vibraslap(sampleRate),
        Voice.HiBongo => HandDrum(sampleRate, 415, 0.25, 0.05, 0.25f),
        Voice.LowBongo => HandDrum(sampleRate, 300, 0.3, 0.07, 0.28f),
        Voice.MuteHiConga => HandDrum(sampleRate, 340, 0.15, 0.025, 0.26f),
        _ => HandDrum(sampleRate, 195, 0.5, 0.13, 0.32f),
    };

    private static float[] Table(double sampleRate, double seconds) => new float[Math.Max(16, (int)(seconds * sampleRate))];

    /// <summary>Sets the loudest frame to a peak and lets the end reach 0.</summary>
    private static float[] Finish(float[] table, float peak)
    {
        float loudest = 1e-9f;
        foreach (float value in table)
        {
            loudest = MathF.Max(loudest, MathF.Abs(value));
        }

        float gain = peak / loudest;
        int fade = Math.Max(1, (int)(table.Length * FadeOut));
        for (int i = 0; i < table.Length; i++)
        {
            table[i] *= gain * MathF.Min(1, (table.Length - 1 - i) / (float)fade);
        }

        return table;
    }

    /// <summary>Adds filtered noise that dies away.</summary>
    private static void AddNoise(float[] table, double sampleRate, Biquad filter, double decay, double gain, uint seed)
    {
        Noise noise = new(seed);
        double factor = Math.Exp(-1 / (decay * sampleRate));
        for (int i = 0; i < table.Length && gain > Inaudible; i++)
        {
            table[i] += (float)(gain * filter.Next(noise.Next()));
            gain *= factor;
        }
    }
}
