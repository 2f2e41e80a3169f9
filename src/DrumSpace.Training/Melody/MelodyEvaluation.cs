using System.Globalization;
using System.Text;
using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>A melody model on songs that it never saw: how well it foresees their lines, and what its own lines to their drums are like.</summary>
/// <param name="Lines">How many lines were measured.</param>
/// <param name="Songs">Of how many songs they are.</param>
/// <param name="OwnDrums">How well it foresees lines when it hears their drums.</param>
/// <param name="OtherDrums">How well when it hears the drums of another song instead: worse, if it follows the drums.</param>
/// <param name="Habits">
/// The songs' own lines; lines made up to the same drums; and lines made up to another song's drums, beside the drums of these songs: what
/// they have in common with the drums by chance.
/// </param>
public sealed record MelodyEvaluation(
    int Lines, int Songs, MelodyLikelihood OwnDrums, MelodyLikelihood OtherDrums, IReadOnlyList<MelodyHabits> Habits)
{
    private const int OtherDrumsStream = -2;
    private const ulong SampleSeed = 1;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Measures a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">Lines of at least two songs.</param>
    /// <param name="songs">The song of each line.</param>
    /// <param name="seed">Decides which other drums each line gets.</param>
    /// <exception cref="TrainingException">The lines are all of one song.</exception>
    public static MelodyEvaluation Measure(MelodyModel model, IReadOnlyList<MelodyExample> examples, IReadOnlyList<int> songs, long seed)
    {
        Pattern[] own = [.. examples.Select(example => example.Pattern)], other = OtherSongs(examples, songs, seed);
        MelodyConditioning[] settings = [.. examples.Select(example => example.Setting)];
        return new MelodyEvaluation(
            examples.Count,
            songs.Distinct().Count(),
            MelodyLikelihood.Measure(model, examples),
            MelodyLikelihood.Measure(model, examples, other),
            [
                MelodyHabits.Measure("the songs' own", own, settings, [.. examples.Select(example => example.Tokens)]),
                MelodyHabits.Measure("made up to these drums", own, settings, MelodySampling.Sample(model, own, settings, SampleSeed)),
                MelodyHabits.Measure("made up to other drums", own, settings, MelodySampling.Sample(model, other, settings, SampleSeed)),
            ]);
    }

    /// <summary>The figures as Markdown tables.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"| nats a step | hearing its own drums | hearing another song's | difference |");
        Line($"| --- | ---: | ---: | ---: |");
        Line($"| all | {OwnDrums.PerStep:F4} | {OtherDrums.PerStep:F4} | {OtherDrums.PerStep - OwnDrums.PerStep:F4} |");
        Line($"| rhythm alone | {OwnDrums.Rhythm:F4} | {OtherDrums.Rhythm:F4} | {OtherDrums.Rhythm - OwnDrums.Rhythm:F4} |");
        Line($"");
        Line($"| lines | notes a line | on bass drums | on snares | on neither | in key | tones a line | second bar repeats the first |");
        Line($"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (MelodyHabits habits in Habits)
        {
            Line($"| {habits.Name} | {habits.NotesPerLine:F1} | {Percent(habits.OnKick)} | {Percent(habits.OnSnare)} | {Percent(habits.OnNeither)} | {Percent(habits.InKey)} | {habits.TonesPerLine:F1} | {Percent(habits.BarRepeats)} |");
        }

        return text.ToString();
    }

    /// <summary>The same numbers, unrounded.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static Pattern[] OtherSongs(IReadOnlyList<MelodyExample> examples, IReadOnlyList<int> songs, long seed)
    {
        if (songs.All(song => song == songs[0]))
        {
            throw new TrainingException("the held-out melodies are all of one song; two are needed to tell whether they follow their drums");
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
