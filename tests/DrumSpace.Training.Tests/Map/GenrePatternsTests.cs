using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

public sealed class GenrePatternsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-genres").FullName;
    private readonly Pattern[] _patterns = RandomPatterns.Make(6, 4);

    public GenrePatternsTests()
    {
        Write("samba/1.mid", 0, 1);
        Write("polka/2.mid", 2, 3);
        Write("polka/3.mid", 1, 4, 5);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_pattern_has_the_genre_and_the_file_that_it_is_first_in()
    {
        GenrePatterns read = GenrePatterns.Read([_folder], 1000, 1);
        Assert.Equal(["polka", "samba"], read.Genres);

        // In the order of the corpus, polka's files come first: the pattern that both have is polka's.
        Assert.Equal(("polka", "polka", "samba"), (GenreOf(read, 2), GenreOf(read, 1), GenreOf(read, 0)));
        Assert.Equal(read.Patterns.Length, read.Patterns.Distinct().Count());
        Assert.Equal(SourceOf(read, 1), SourceOf(read, 4));
        Assert.NotEqual(SourceOf(read, 2), SourceOf(read, 4));
        Assert.Equal((read.Patterns.Length, read.Patterns.Length), (read.Labels.Length, read.Sources.Length));
    }

    [Fact]
    public void A_random_choice_has_the_count_and_depends_on_the_seed()
    {
        GenrePatterns all = GenrePatterns.Read([_folder], 1000, 1), some = GenrePatterns.Read([_folder], 4, 1);
        Assert.Equal(4, some.Patterns.Length);
        Assert.Subset(all.Patterns.ToHashSet(), some.Patterns.ToHashSet());
        Assert.Equal(some.Patterns, GenrePatterns.Read([_folder], 4, 1).Patterns);
        Assert.Contains(
            Enumerable.Range(2, 8), seed => !some.Patterns.SequenceEqual(GenrePatterns.Read([_folder], 4, (ulong)seed).Patterns));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains(
            "nowhere", Assert.Throws<TrainingException>(() => GenrePatterns.Read([Path.Combine(_folder, "nowhere")], 10, 1)).Message);

    private string GenreOf(GenrePatterns read, int pattern) =>
        read.Genres[read.Labels[Array.IndexOf(read.Patterns, _patterns[pattern])]];

    private int SourceOf(GenrePatterns read, int pattern) => read.Sources[Array.IndexOf(read.Patterns, _patterns[pattern])];

    private void Write(string name, params int[] patterns)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Midi.MidiFile file = PatternClip.ToMidiFile(_patterns[patterns[0]], new ClipForm());
        foreach ((int index, int pattern) in patterns.Index().Skip(1))
        {
            // Two bars of 4/4 at 480 ticks a quarter later each.
            Midi.MidiFile clip = PatternClip.ToMidiFile(_patterns[pattern], new ClipForm { QuartersPerMinute = null, Name = null });
            foreach (Midi.TrackEvent one in clip.Tracks[0].Events)
            {
                file.Tracks[0].Add(one.Ticks + (index * 8 * 480), one.Status, one.Data1, one.Data2);
            }
        }

        file.Tracks[0].EndTicks = patterns.Length * 8 * 480;
        file.Write(path);
    }
}
