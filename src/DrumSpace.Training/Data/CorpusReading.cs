using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>How the folders of MIDI files are read, and who is told of what is lost.</summary>
public sealed record CorpusReading
{
    /// <summary>The defaults; nobody is told.</summary>
    public static CorpusReading Default { get; } = new();

    /// <summary>How notes are read; null for V-Drums in the Groove MIDI Dataset, else General MIDI.</summary>
    public Kit? Kit { get; init; }

    /// <summary>
    /// The split that is held out beside the training split: <see cref="CorpusSplit.Validation"/> for every choice,
    /// <see cref="CorpusSplit.Test"/> for the figures of a finished model. Files of the other one are not opened.
    /// </summary>
    public CorpusSplit HeldOut { get; init; } = CorpusSplit.Validation;

    /// <summary>Called with a line for each entry that could not be read, and for what else is lost; one call at a time.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>The splits that are read.</summary>
    internal IReadOnlyCollection<CorpusSplit> Splits => [CorpusSplit.Train, HeldOut];

    /// <summary>Reports an entry if it was refused.</summary>
    internal void Tell(RefusedFile? refused)
    {
        if (refused is not null)
        {
            Report(refused.ToString());
        }
    }

    /// <summary>Reports what became of a folder's notes, where some were lost or guessed.</summary>
    internal void Tell(string folder, ReadingTally tally)
    {
        if (tally.ToLine() is { } line)
        {
            Report($"{folder}: {line}");
        }
    }
}
