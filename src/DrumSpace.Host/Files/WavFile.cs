namespace DrumSpace.Host;

/// <summary>Writes WAV files.</summary>
public static class WavFile
{
    /// <summary>Writes a file. Samples are not dithered, and nothing but the audio is stored, so equal audio gives equal bytes.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="audio">[channel][frame], all channels of one length; full scale is -1 to 1.</param>
    /// <param name="sampleRate">In Hz; rounded to a whole number.</param>
    /// <param name="bits">Bits of a sample, 16 or 24.</param>
    /// <exception cref="ArgumentException">No channels, unequal lengths, or more audio than a WAV file holds (4 GiB).</exception>
    public static void Write(string path, float[][] audio, double sampleRate, int bits)
    {
        if (audio.Length == 0 || audio.Any(channel => channel.Length != audio[0].Length))
        {
            throw new ArgumentException("A WAV file needs at least one channel, and channels of equal length.", nameof(audio));
        }

        using WavWriter writer = new(path, sampleRate, bits, audio.Length);
        float[] frame = new float[audio.Length];
        for (int index = 0; index < audio[0].Length; index++)
        {
            for (int channel = 0; channel < frame.Length; channel++)
            {
                frame[channel] = audio[channel][index];
            }

            writer.Write(frame);
        }
    }
}
