using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DrumSpace.Music;

namespace DrumSpace.Training.Learning;

/// <summary>Tells training runs apart: options and patterns in one hash, so that a checkpoint never continues another run.</summary>
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
}
