using System.Buffers.Binary;
using DrumSpace.Engine.Sound;
using DrumSpace.Music;

namespace DrumSpace.Cli.Explorer;

/// <summary>The samples of the built-in kit, as the explorer's page plays them.</summary>
internal sealed class KitSamples
{
    /// <summary>Frames a second.</summary>
    public const int SampleRate = 48_000;

    private KitSamples(int[] lengths, byte[] content) => (Lengths, Content) = (lengths, content);

    /// <summary>The frames of each drum's sample.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>The samples, one after another: mono, 16 bits, little-endian, 32767 for 1.</summary>
    public byte[] Content { get; }

    /// <summary>Makes the samples.</summary>
    public static KitSamples Make()
    {
        int[] lengths = new int[Pattern.VoiceCount];
        List<byte> content = [];
        Span<byte> word = stackalloc byte[sizeof(short)];
        foreach (Voice voice in Enum.GetValues<Voice>())
        {
            ReadOnlySpan<float> sample = KitSound.SampleOf(voice, SampleRate);
            lengths[(int)voice] = sample.Length;
            foreach (float value in sample)
            {
                BinaryPrimitives.WriteInt16LittleEndian(word, (short)MathF.Round(Math.Clamp(value, -1, 1) * short.MaxValue));
                content.AddRange(word);
            }
        }

        return new KitSamples(lengths, [.. content]);
    }
}
