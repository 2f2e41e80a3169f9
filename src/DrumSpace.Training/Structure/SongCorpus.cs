using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Songs;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Structure;

/// <summary>The songs of a folder.</summary>
public static class SongCorpus
{
    /// <summary>Measures the songs of a folder that have drums, other notes, and enough bars of 4/4.</summary>
    /// <param name="folder">A folder of MIDI files, with subfolders.</param>
    /// <param name="all">All songs, or only those held out from training.</param>
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has no such song.</exception>
    public static IReadOnlyList<MeasuredSong> Read(string folder, bool all, CorpusReading? reading = null)
    {
        reading ??= CorpusReading.Default;
        MeasuredSong[] songs =
        [
            .. CorpusReader
                .Read(folder, reading, MeasureWhole, all ? Enum.GetValues<CorpusSplit>() : [reading.HeldOut])
                .Select(file => file.Content)
                .OfType<MeasuredSong>(),
        ];
        return songs.Length > 0
            ? songs
            : throw new TrainingException($"{folder}: no {(all ? "" : "held-out ")}song with drums, notes and 32 bars of 4/4");
    }

    /// <summary>Measures one song's file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kit">How its drums are read; null for General MIDI.</param>
    /// <exception cref="TrainingException">The file cannot be read, or has too few bars of 4/4.</exception>
    public static MeasuredSong ReadFile(string path, Kit? kit = null)
    {
        try
        {
            MidiFile file = MidiFile.Read(path);
            if (file.Division.IsSmpte)
            {
                throw new TrainingException($"{path}: its time is SMPTE's, which has no bars");
            }

            return MeasuredSong.Of(Path.GetFileNameWithoutExtension(path), SongBars.Of(file, kit ?? Kit.GeneralMidi))
                ?? throw new TrainingException($"{path}: fewer than 32 bars of 4/4, too few to measure structure");
        }
        catch (Exception cause) when (cause is MidiFormatException or IOException or UnauthorizedAccessException)
        {
            throw new TrainingException(cause.Message, cause);
        }
    }

    private static MeasuredSong? MeasureWhole(MidiFile midi, CorpusFile file)
    {
        SongBars song = SongBars.Of(midi, file.Kit);
        bool isWhole = song.Bars.Any(bar => bar.HitCount > 0) && song.Bars.Any(bar => bar.NoteCount > 0);
        return isWhole ? MeasuredSong.Of(Path.GetFileNameWithoutExtension(file.Path), song) : null;
    }
}
