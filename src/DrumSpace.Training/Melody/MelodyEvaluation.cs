using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>A melody model on held-out songs: the likelihood of their melodies, and the statistics of its samples to their drums.</summary>
/// <param name="Lines">The number of melodies.</param>
/// <param name="Songs">The number of songs they are from.</param>
/// <param name="OwnDrums">The likelihood given the melody's own drums.</param>
/// <param name="OtherDrums">The likelihood given another song's drums: worse, if the model follows the drums.</param>
/// <param name="Statistics">
/// Of the songs' own melodies, of samples to the same drums, and of samples to another song's drums: a baseline for how well melodies align
/// with drums by chance.
/// </param>
public sealed record MelodyEvaluation(
    int Lines,
    int Songs,
    MelodyLikelihood OwnDrums,
    MelodyLikelihood OtherDrums,
    [property: JsonPropertyName("habits")] IReadOnlyList<MelodyStatistics> Statistics)
{
    private const int OtherDrumsStream = -2;
    private const ulong SampleSeed = 1;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Measures a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">Melodies of at least two songs.</param>
    /// <param name="songs">The song of each melody.</param>
    /// <param name="seed">Draws the other song of each melody.</param>
    /// <exception cref="TrainingException">The melodies are all of one song.</exception>
    public static MelodyEvaluation Measure(MelodyModel model, IReadOnlyList<MelodyExample> examples, IReadOnlyList<int> songs, long seed)
    {
        Pattern[] own = [.. examples.Select(example => example.Pattern)], other = OtherSongs(examples, songs, seed);
        MelodyConditioning[] settings = [.. examples.Select(example => example.Setting)];
        MelodyStatistics Samples(string name, Pattern[] drums) =>
            MelodyStatistics.Measure(name, own, settings, MelodySampling.Sample(model, drums, settings, SampleSeed));
        return new MelodyEvaluation(
            examples.Count,
            songs.Distinct().Count(),
            MelodyLikelihood.Measure(model, examples),
            MelodyLikelihood.Measure(model, examples, other),
            [
                MelodyStatistics.Measure("the songs' own", own, settings, [.. examples.Select(example => example.Tokens)]),
                Samples("samples to these drums", own),
                Samples("samples to other drums", other),
            ]);
    }

    /// <summary>The figures as Markdown tables.</summary>
    public string ToMarkdown() => string.Create(CultureInfo.InvariantCulture, $"""
        | nats a step | own drums | another song's drums | difference |
        | --- | ---: | ---: | ---: |
        | all | {OwnDrums.PerStep:F4} | {OtherDrums.PerStep:F4} | {OtherDrums.PerStep - OwnDrums.PerStep:F4} |
        | rhythm alone | {OwnDrums.Rhythm:F4} | {OtherDrums.Rhythm:F4} | {OtherDrums.Rhythm - OwnDrums.Rhythm:F4} |

        {StatisticsToMarkdown()}
        """);

    /// <summary>The statistics as a Markdown table.</summary>
    public string StatisticsToMarkdown()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"| melodies | notes each | on bass drums | on snares | on neither | in key | tones each | second bar repeats the first |");
        Line($"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (MelodyStatistics row in Statistics)
        {
            string onDrums = $"{Percent(row.OnKick)} | {Percent(row.OnSnare)} | {Percent(row.OnNeither)}";
            string inKey = Percent(row.InKey), repeats = Percent(row.BarRepeats);
            Line($"| {row.Name} | {row.NotesPerLine:F1} | {onDrums} | {inKey} | {row.TonesPerLine:F1} | {repeats} |");
        }

        return text.ToString();
    }

    /// <summary>The same numbers as JSON, unrounded.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static Pattern[] OtherSongs(IReadOnlyList<MelodyExample> examples, IReadOnlyList<int> songs, long seed)
    {
        if (songs.All(song => song == songs[0]))
        {
            throw new TrainingException("the held-out melodies are all of one song; at least two songs are needed to compare their drums");
        }

        SeededRandom random = SeededRandom.For(seed, OtherDrumsStream);
        var other = new Pattern[examples.Count];
        for (int i = 0; i < other.Length; i++)
        {
            int from;
            do
            {
                from = random.NextInt(other.Length);
            }
            while (songs[from] == songs[i]);

            other[i] = examples[from].Pattern;
        }

        return other;
    }
}
