using System.Buffers.Binary;
using NAudio.Wave;

namespace DrumSpace.Host;

/// <summary>Writes a WAV file block by block, by NAudio. Integers are rounded and clipped, which NAudio's own conversion does not do.</summary>
/// <remarks>Until <see cref="Dispose"/> the file's head has no length. One thread at a time; nothing is allocated per block.</remarks>
internal sealed class WavWriter : IDisposable
{
    private readonly WaveFileWriter _writer;
    private readonly int _fullScale;
    private readonly int _sampleBytes;

    /// <summary>Makes the file; replaces it if it exists.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sampleRate">In Hz; rounded to a whole number.</param>
    /// <param name="bits">Bits of a sample, 16 or 24.</param>
    /// <param name="channels">The number of channels.</param>
    public WavWriter(string path, double sampleRate, int bits, int channels)
    {
        _writer = new WaveFileWriter(path, new WaveFormat((int)Math.Round(sampleRate), bits, channels));
        _fullScale = (1 << (bits - 1)) - 1;
        _sampleBytes = bits / 8;
    }

    /// <summary>Appends samples, the channels of a frame side by side. Samples are not dithered; NaN is silence.</summary>
    /// <exception cref="ArgumentException">More audio than a WAV file holds (4 GiB).</exception>
    public void Write(ReadOnlySpan<float> samples)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (float sample in samples)
        {
            int integer = float.IsNaN(sample) ? 0 : (int)Math.Round(Math.Clamp((double)sample, -1, 1) * _fullScale);
            BinaryPrimitives.WriteInt32LittleEndian(bytes, integer);
            _writer.Write(bytes[.._sampleBytes]);
        }
    }

    /// <summary>Completes and closes the file.</summary>
    public void Dispose() => _writer.Dispose();
}
