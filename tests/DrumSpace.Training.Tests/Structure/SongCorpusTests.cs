using DrumSpace.Midi;
using DrumSpace.Training.Structure;

namespace DrumSpace.Training.Tests.Structure;

public class SongCorpusTests
{
    [Fact]
    public void Songs_without_drums_or_notes_short_songs_and_broken_files_are_skipped()
    {
        using TemporaryFolder folder = new();
        Write(folder, "song.mid", 40, hasDrums: true, hasNotes: true);
        Write(folder, "drums.mid", 40, hasDrums: true, hasNotes: false);
        Write(folder, "notes.mid", 40, hasDrums: false, hasNotes: true);
        Write(folder, "short.mid", 20, hasDrums: true, hasNotes: true);
        File.WriteAllText(Path.Combine(folder.Path, "broken.mid"), "no MIDI");
        MeasuredSong song = Assert.Single(SongCorpus.Read(folder.Path, all: true));
        Assert.Equal(("song", 40), (song.Name, song.Structure.Bars));
    }

    [Fact]
    public void Errors_name_the_file_or_folder()
    {
        using TemporaryFolder folder = new();
        Write(folder, "short.mid", 20, hasDrums: true, hasNotes: true);
        string missing = Path.Combine(folder.Path, "none"), few = Path.Combine(folder.Path, "short.mid");
        static string Error(Action read) => Assert.Throws<TrainingException>(read).Message;
        Assert.Contains(missing, Error(() => SongCorpus.Read(missing, all: true)), StringComparison.Ordinal);
        Assert.Contains(folder.Path, Error(() => SongCorpus.Read(folder.Path, all: true)), StringComparison.Ordinal);
        Assert.StartsWith($"{few}: ", Error(() => SongCorpus.ReadFile(few)), StringComparison.Ordinal);
        Assert.Contains(missing, Error(() => SongCorpus.ReadFile(missing)), StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_songs_have_structure_and_their_shuffled_bars_do_not()
    {
        string? data = Repository.Data("multitrack");
        Assert.SkipWhen(data == null, "The research data is not here.");
        SongGroup songs = new("songs", SongCorpus.Read(data, all: false));
        SongGroup shuffled = new("shuffled", [.. songs.Songs.Select((song, i) => song.Shuffled((ulong)i))]);

        // Counted by a separate script on python3-mido: 21 songs of at least 32 bars in 4/4.
        Assert.Equal(21, songs.Songs.Count);
        Assert.InRange(songs.ExceedsAnother(song => song.LagContrast, shuffled), 0.9, 1);
        Assert.InRange(songs.ExceedsAnother(song => song.RepeatedPassages, shuffled), 0.7, 1);
    }

    private static void Write(TemporaryFolder folder, string name, int bars, bool hasDrums, bool hasNotes)
    {
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96));
        TrackChunk track = new();
        for (int bar = 0; bar < bars; bar++)
        {
            if (hasDrums)
            {
                track.AddNote(bar * 384, 24, 9, 36, 100);
            }

            if (hasNotes)
            {
                track.AddNote(bar * 384, 24, 0, 60 + bar % 7, 100);
            }
        }

        file.Tracks.Add(track);
        file.Write(Path.Combine(folder.Path, name));
    }
}
