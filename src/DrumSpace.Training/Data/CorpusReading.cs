using DrumSpace.Midi.Corpus;

namespace DrumSpace.Training.Data;

/// <summary>How the folders of MIDI files are read, and who is told of what is lost.</summary>
public sealed record CorpusReading
{
    /// <summary>The defaults; nobody is told.</summary>
    public static CorpusReading Default { get; } = new();

    /// <summary>Called with a line for each entry that could not be read; one call at a time.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>Reports an entry if it was refused.</summary>
    internal void Tell(RefusedFile? refused)
    {
        if (refused is not null)
        {
            Report(refused.ToString());
        }
    }
}
