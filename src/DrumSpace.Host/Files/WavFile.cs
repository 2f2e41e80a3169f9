using System.Buffers.Binary;
using NAudio.Wave;

namespace DrumSpace.Host;

/// <summary>Writes WAV files by NAudio. Integers are rounded and clipped, which NAudio's own conversion does not do.</summary>
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

        using WaveFileWriter writer = new(path, new WaveFormat((int)Math.Round(sampleRate), bits, audio.Length));
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        for (int frame = 0; frame < audio[0].Length; frame++)
        {
            foreach (float[] channel in audio)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes, Quantize(channel[frame], (1 << (bits - 1)) - 1));
                writer.Write(bytes[..(bits / 8)]);
            }
        }
    }

    private static int Quantize(float sample, int fullScale) =>
        float.IsNaN(sample) ? 0 : (int)Math.Round(Math.Clamp((double)sample, -1, 1) * fullScale);
}
