using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DrumSpace.Music;

namespace DrumSpace.Training.Learning;

/// <summary>A hash of a run's options and data, so that a checkpoint never continues another run.</summary>
internal static class Fingerprint
{
    /// <summary>The hash's length in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    public static byte[] Of(TrainingOptions options, ReadOnlySpan<Pattern> patterns, ReadOnlySpan<int> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Kind} {options.Epochs} {options.Seed} {options.BatchSize} {options.LearningRate:R} {patterns.Length}\n")));
        hash.AppendData(MemoryMarshal.AsBytes(patterns));
        hash.AppendData(MemoryMarshal.AsBytes(files));
        return hash.GetHashAndReset();
    }

    /// <summary>The fingerprint of a companion's training.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="examples">Writes the examples.</param>
    public static byte[] Of(CompanionOptions options, Action<BinaryWriter> examples)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        // A record's text has its type and every option.
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{options}"));
        examples(writer);
        writer.Flush();
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
