using System.Text.Json;
using DrumSpace.Midi.Files;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>The JSON file beside a shard's tsv file: the shard, its corpus, its options and its counts.</summary>
/// <param name="Format">The version of both files: <see cref="CurrentFormat"/>.</param>
/// <param name="Shard">The shard, as I/N.</param>
/// <param name="HopBars">Bars from one window to the next.</param>
/// <param name="CorpusFiles">The number of files of the whole corpus.</param>
/// <param name="CorpusFingerprint">See <see cref="CorpusListing.Fingerprint"/>.</param>
/// <param name="Counts">The shard's own counts.</param>
/// <param name="Refused">Its files that could not be read, in order.</param>
public sealed record ShardSummary(
    int Format,
    string Shard,
    int HopBars,
    int CorpusFiles,
    string CorpusFingerprint,
    DatasetSummary Counts,
    IReadOnlyList<RefusedFile> Refused)
{
    /// <summary>The only version so far.</summary>
    public const int CurrentFormat = 1;

    private const string Suffix = ".json";

    /// <summary>The path of a shard's summary.</summary>
    /// <param name="shard">The shard's tsv file.</param>
    public static string PathFor(string shard) => shard + Suffix;

    /// <summary>Reads a summary.</summary>
    /// <param name="path">From <see cref="PathFor"/>.</param>
    /// <exception cref="InvalidDataException">It is missing, invalid or of another version; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ShardSummary Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException(
                $"{path[..^Suffix.Length]}: not a shard of `dataset build --shard`: there is no {Path.GetFileName(path)} beside it");
        }

        try
        {
            using FileStream file = BoundedFile.Open(path);
            ShardSummary summary = JsonSerializer.Deserialize(file, ShardJson.Default.ShardSummary)
                ?? throw new InvalidDataException($"{path}: not a shard's summary");
            if (summary.Format != CurrentFormat)
            {
                throw new InvalidDataException($"{path}: format {summary.Format}, but only {CurrentFormat} is known");
            }

            CorpusShard.Parse(summary.Shard);
            return summary;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new InvalidDataException($"{path}: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    /// <summary>Writes the summary atomically.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string path) =>
        TsvLines.Write(path, [JsonSerializer.Serialize(this, ShardJson.Default.ShardSummary)]);
}
