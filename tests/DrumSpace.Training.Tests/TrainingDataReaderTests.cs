using System.Globalization;
using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

public sealed class TrainingDataReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-data").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Counted by Debian's python3-mido with the windows of tests/bench/extraction/reference.py, hop of one bar, and the same split.
    [Fact]
    public void The_research_data_has_the_patterns_that_Python_counted()
    {
        Assert.SkipWhen(Repository.Data("groove") is null || Repository.Data("multitrack") is null, "../shared/data is not there");
        TrainingData data = TrainingDataReader.Read([Repository.Data("groove")!, Repository.Data("multitrack")!]);
        Assert.Equal([(378, 48, 0), (171, 23, 0)], data.Folders.Select(f => (f.TrainingFiles, f.HeldOutFiles, f.RefusedFiles)));
        Assert.Equal((18703, 2254), (data.Training.Length, data.HeldOut.Length));
        Assert.Equal(18703 + 2254, data.Training.Concat(data.HeldOut).Distinct().Count());
        Assert.All(data.Training.Concat(data.HeldOut), pattern => Assert.True(EntropyFilter.Passes(pattern)));
    }

    [Fact]
    public void No_pattern_of_a_held_out_file_is_in_the_training_set()
    {
        Assert.SkipWhen(Repository.Data("groove") is null, "../shared/data is not there");
        TrainingData data = TrainingDataReader.Read([Repository.Data("groove")!]);
        IReadOnlyList<FilePatterns> files = new PatternSource([new CorpusFolder(Repository.Data("groove")!)], 1).ReadAll();
        var trained = files.Where(file => file.File.Split == CorpusSplit.Train).SelectMany(file => file.Patterns).ToHashSet();
        Assert.Contains(files, file => file.File.Split == CorpusSplit.Validation);
        Assert.All(data.Training, pattern => Assert.Contains(pattern, trained));
        Assert.All(data.HeldOut, pattern => Assert.DoesNotContain(pattern, trained));
    }

    [Fact]
    public void Equal_folders_give_equal_data_in_equal_order()
    {
        WriteSongs(40);
        TrainingData first = TrainingDataReader.Read([_folder]), second = TrainingDataReader.Read([_folder]);
        Assert.Equal(first.Training, second.Training);
        Assert.Equal(first.HeldOut, second.HeldOut);
        Assert.InRange(first.HeldOut.Length, 1, first.Training.Length / 2);
    }

    [Fact]
    public void Test_files_are_not_opened_before_the_final_figures()
    {
        string SplitOf(int song) => song % 5 == 0 ? "validation" : song % 5 == 1 ? "test" : "train";
        WriteSongs(40);
        string rows = string.Concat(Enumerable.Range(0, 40).Select(song => $"beat,song{song}.mid,{SplitOf(song)}\n"));
        File.WriteAllText(Path.Combine(_folder, "info.csv"), "beat_type,midi_filename,split\n" + rows);
        TrainingData before = TrainingDataReader.Read([_folder]);
        Damage("test");
        List<string> lines = [];
        CorpusReading reading = new() { Report = lines.Add };
        TrainingData data = TrainingDataReader.Read([_folder], reading);
        Assert.Equal((24, 8), (data.Folders[0].TrainingFiles, data.Folders[0].HeldOutFiles));
        Assert.Equal(before.Training, data.Training);
        Assert.Equal(before.HeldOut, data.HeldOut);
        Assert.Equal(data.Training.Length + data.HeldOut.Length, GenrePatterns.Read([_folder], int.MaxValue, 1, reading).Patterns.Length);
        Assert.Empty(lines);

        // And in the final evaluation those for validation are not.
        WriteSongs(40);
        Damage("validation");
        TrainingData final = TrainingDataReader.Read([_folder], reading with { HeldOut = CorpusSplit.Test });
        Assert.Equal(8, final.Folders[0].HeldOutFiles);
        Assert.Equal(before.Training, final.Training);
        Assert.Empty(lines);

        void Damage(string split)
        {
            foreach (int song in Enumerable.Range(0, 40).Where(song => SplitOf(song) == split))
            {
                File.WriteAllText(Path.Combine(_folder, $"song{song}.mid"), "not a MIDI file");
            }
        }
    }

    [Fact]
    public void Damaged_files_are_counted_and_reported_and_the_others_read()
    {
        WriteSongs(40);
        File.WriteAllText(Path.Combine(_folder, "broken.mid"), "not a MIDI file");
        List<string> lines = [];
        TrainingData data = TrainingDataReader.Read([_folder], new CorpusReading { Report = lines.Add });
        Assert.Equal(1, Assert.Single(data.Folders).RefusedFiles);
        Assert.StartsWith($"{Path.Combine(_folder, "broken.mid")}: byte 0: ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named() => AssertRefused(Path.Combine(_folder, "missing"), "no such folder");

    [Fact]
    public void A_folder_without_MIDI_files_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "readme.txt"), "words");
        AssertRefused(_folder, "no MIDI file");
    }

    [Fact]
    public void A_folder_of_damaged_files_is_named_with_the_first_reason()
    {
        File.WriteAllText(Path.Combine(_folder, "a.mid"), "not a MIDI file");
        File.WriteAllText(Path.Combine(_folder, "b.mid"), "not a MIDI file either");
        AssertRefused(_folder, "none of its 2 MIDI files", "a.mid");
    }

    [Fact]
    public void Too_few_patterns_are_an_error_with_their_number()
    {
        WriteSongs(1);
        AssertRefused(_folder, "unique patterns", TrainingDataReader.MinTrainingPatterns.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Patterns_without_any_held_out_file_are_an_error()
    {
        string name = Enumerable.Range(0, 100).Select(i => $"song{i}.mid").First(song => CorpusFile.SplitByName(song) == CorpusSplit.Train);
        WriteSong(name, seed: 1, bars: 150);
        AssertRefused(_folder, "held out");
    }

    private void AssertRefused(string folder, params string[] words)
    {
        var error = Assert.Throws<TrainingException>(() => TrainingDataReader.Read([folder]));
        Assert.Contains(folder, error.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private void WriteSongs(int count)
    {
        for (int i = 0; i < count; i++)
        {
            WriteSong($"song{i}.mid", (ulong)i, bars: 8);
        }
    }

    private void WriteSong(string name, ulong seed, int bars)
    {
        const int TicksPerStep = 24;
        var random = new SeededRandom(seed);
        var track = new TrackChunk();
        for (int step = 0; step < 16 * bars; step++)
        {
            foreach (int note in new[] { 36, 38, 42 })
            {
                if (random.NextFloat() < 0.4f)
                {
                    track.AddNote(step * TicksPerStep, 12, channel: 9, note, velocity: 100);
                }
            }
        }

        var file = new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(4 * TicksPerStep));
        file.Tracks.Add(track);
        file.Write(Path.Combine(_folder, name));
    }
}
