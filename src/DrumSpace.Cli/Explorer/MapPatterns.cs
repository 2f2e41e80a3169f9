using System.Buffers.Binary;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Cli.Explorer;

/// <summary>The patterns of a map's points, so that the explorer's page shows them without decoding.</summary>
internal static class MapPatterns
{
    /// <summary>For each point its 32 step masks, 16 bits each, little-endian, without variation.</summary>
    /// <param name="map">A model's map.</param>
    public static byte[] Of(KnobMap map)
    {
        byte[] content = new byte[map.Points.Length * Pattern.StepCount * sizeof(ushort)];
        Span<byte> rest = content;
        foreach (Pattern pattern in map.Patterns)
        {
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(rest, pattern[step]);
                rest = rest[sizeof(ushort)..];
            }
        }

        return content;
    }
}
