using DrumSpace.Inference.Bundles;
using DrumSpace.Midi;
using DrumSpace.Midi.Songs;
using DrumSpace.Music;
using DrumSpace.Music.Songs;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Songs;

namespace DrumSpace.Training.Structure;

/// <summary>Generates songs to be measured: as `drumspace song` does, and without a plan as a baseline.</summary>
public static class SongTrial
{
    private const double Tempo = 120;

    /// <summary>Generates songs with the named forms in turn, in keys drawn by their seeds, and as many of equal length without a
    /// plan.</summary>
    /// <param name="bundle">The model.</param>
    /// <param name="count">The number of songs, at least 1.</param>
    /// <param name="seed">The first song's seed; each further song has the next.</param>
    /// <param name="each">Called after each song with the number of songs completed.</param>
    /// <returns>The songs, and those without a plan.</returns>
    /// <exception cref="TrainingException">The model has no prior, or is almost silent.</exception>
    public static (IReadOnlyList<MeasuredSong> Planned, IReadOnlyList<MeasuredSong> Unplanned) Make(
        ModelBundle bundle, int count, ulong seed, Action<int>? each = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using SongComposer composer = new(bundle);
        LatentPrior prior = bundle.Manifest.Prior
            ?? throw new TrainingException($"{bundle.Folder}: the model has no prior to sample songs without a plan from");
        List<MeasuredSong> planned = [], unplanned = [];
        for (int i = 0; i < count; i++)
        {
            (string name, string letters) = SongForm.Named[i % SongForm.Named.Count];
            if (!SongFormParser.TryParse(letters, SongForm.DefaultBars, out SongForm form, out string? error))
            {
                throw new InvalidOperationException(error);
            }

            ulong own = seed + (ulong)i;
            SongRequest request = new(form, SongKey.Draw(own), Tempo, own, Groove: 1);
            planned.Add(Measure($"{name}, seed {own}", composer.Compose(request)));
            unplanned.Add(Measure($"seed {own}", composer.Wander(request, new LatentSampler(prior, own))) with { Marks = [] });
            each?.Invoke(i + 1);
        }

        return (planned, unplanned);
    }

    // Through the MIDI file, so that the measurement is of what another reader would see.
    private static MeasuredSong Measure(string name, Song song)
    {
        using MemoryStream bytes = new();
        SongFile.ToMidiFile(song, name).Write(bytes);
        SongBars bars = SongBars.Of(MidiFile.Read(bytes.ToArray(), name), Kit.GeneralMidi);
        return MeasuredSong.Of(name, bars)
            ?? throw new TrainingException($"{name}: the model generated fewer than 32 bars that are not silent");
    }
}
