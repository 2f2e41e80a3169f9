using System.Buffers.Binary;

namespace DrumSpace.Host;

/// <summary>
/// Writes WAV files: RIFF with a `fmt ` and a `data` chunk, plus the `fact` chunk that non-PCM formats want (Microsoft's
/// "Multimedia Programming Interface and Data Specifications 1.0" and its later notes on WAVE_FORMAT_IEEE_FLOAT).
/// </summary>
public static class WavFile
{
    private const int FormatPcm = 1;
    private const int FormatFloat = 3;

    /// <summary>Writes a file; integers are rounded and clipped at full scale, not dithered, so that equal audio gives equal bytes.</summary>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="audio">[channel][frame], all of one length.</param>
    /// <param name="sampleRate">Frames a second, rounded to a whole number.</param>
    /// <param name="encoding">How samples are held.</param>
    /// <exception cref="ArgumentException">No channels, unequal lengths, or more than a WAV file holds (4 GiB).</exception>
    public static void Write(string path, float[][] audio, double sampleRate, WavEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(audio);
        if (audio.Length == 0 || audio.Any(channel => channel.Length != audio[0].Length))
        {
            throw new ArgumentException("A WAV file wants at least one channel, all of one length.", nameof(audio));
        }

        int frameBytes = BytesPerSample(encoding) * audio.Length;
        long dataBytes = (long)frameBytes * audio[0].Length;
        if (dataBytes > uint.MaxValue - 100)
        {
            throw new ArgumentException($"{dataBytes} bytes of audio do not fit into a WAV file.", nameof(audio));
        }

        using FileStream file = File.Create(path);
        file.Write(Header(audio, (int)Math.Round(sampleRate), encoding, (uint)dataBytes));
        byte[] buffer = new byte[frameBytes * 4096];
        for (int start = 0; start < audio[0].Length; start += 4096)
        {
            int frames = Math.Min(4096, audio[0].Length - start);
            int at = 0;
            for (int frame = start; frame < start + frames; frame++)
            {
                for (int channel = 0; channel < audio.Length; channel++)
                {
                    at += Encode(audio[channel][frame], encoding, buffer.AsSpan(at));
                }
            }

            file.Write(buffer, 0, at);
        }

        if (dataBytes % 2 != 0)
        {
            file.WriteByte(0);
        }
    }

    private static byte[] Header(float[][] audio, int sampleRate, WavEncoding encoding, uint dataBytes)
    {
        bool isFloat = encoding == WavEncoding.Float32;
        int sampleBytes = BytesPerSample(encoding);
        using MemoryStream memory = new();
        using BinaryWriter writer = new(memory);
        writer.Write("RIFF"u8);
        writer.Write((uint)(4 + 8 + (isFloat ? 18 : 16) + (isFloat ? 12 : 0) + 8 + dataBytes + (dataBytes % 2)));
        writer.Write("WAVEfmt "u8);
        writer.Write(isFloat ? 18 : 16);
        writer.Write((short)(isFloat ? FormatFloat : FormatPcm));
        writer.Write((short)audio.Length);
        writer.Write(sampleRate);
        writer.Write(sampleRate * sampleBytes * audio.Length);
        writer.Write((short)(sampleBytes * audio.Length));
        writer.Write((short)(sampleBytes * 8));
        if (isFloat)
        {
            writer.Write((short)0);
            writer.Write("fact"u8);
            writer.Write(4);
            writer.Write(audio[0].Length);
        }

        writer.Write("data"u8);
        writer.Write(dataBytes);
        return memory.ToArray();
    }

    private static int BytesPerSample(WavEncoding encoding) => encoding switch
    {
        WavEncoding.Pcm16 => 2,
        WavEncoding.Pcm24 => 3,
        _ => 4,
    };

    private static int Encode(float sample, WavEncoding encoding, Span<byte> into)
    {
        switch (encoding)
        {
            case WavEncoding.Pcm16:
                BinaryPrimitives.WriteInt16LittleEndian(into, (short)Scale(sample, short.MaxValue));
                return 2;
            case WavEncoding.Pcm24:
                int value = Scale(sample, 0x7FFFFF);
                into[0] = (byte)value;
                into[1] = (byte)(value >> 8);
                into[2] = (byte)(value >> 16);
                return 3;
            default:
                BinaryPrimitives.WriteSingleLittleEndian(into, sample);
                return 4;
        }
    }

    private static int Scale(float sample, int fullScale) =>
        float.IsNaN(sample) ? 0 : (int)Math.Round(Math.Clamp((double)sample, -1, 1) * fullScale);
}
