using System.Text.Json;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>What lies beside a shard's tsv file, as JSON: which part it is, of what, how it was cut, and the counts.</summary>
/// <param name="Format">The version of tsv and summary: <see cref="CurrentFormat"/>.</param>
/// <param name="Shard">Which part, as I/N.</param>
/// <param name="HopBars">Bars from one window to the next.</param>
/// <param name="CorpusFiles">How many files the whole corpus has.</param>
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
    IReadOnlyList<ShardRefusal> Refused)
{
    /// <summary>The one version there is.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Where the summary of a shard lies.</summary>
    /// <param name="shard">The shard's tsv file.</param>
    public static string PathFor(string shard) => shard + ".json";

    /// <summary>Reads a summary.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version; the message names the file, and the place in it.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static ShardSummary Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            ShardSummary summary = JsonSerializer.Deserialize(file, ShardJson.Default.ShardSummary)
                ?? throw new InvalidDataException($"{path}: no summary of a shard");
            if (summary.Format != CurrentFormat)
            {
                throw new InvalidDataException($"{path}: format {summary.Format}, but only {CurrentFormat} is known");
            }

            CorpusShard.Parse(summary.Shard);
            return summary;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Writes the summary whole, or leaves what was there.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string path) =>
        TsvLines.Write(path, writer => writer.WriteLine(JsonSerializer.Serialize(this, ShardJson.Default.ShardSummary)));
}
