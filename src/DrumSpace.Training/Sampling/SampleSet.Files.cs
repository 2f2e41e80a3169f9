using System.Globalization;
using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Training.Sampling;

public sealed partial record SampleSet
{
    /// <summary>The file of all beats.</summary>
    public const string RawFile = "samples_raw.tsv";

    /// <summary>The file of the beats that the filter kept.</summary>
    public const string FilteredFile = "samples_filtered.tsv";

    /// <summary>The folder of the MIDI files.</summary>
    public const string MidiFolder = "midi";

    /// <summary>
    /// Writes both tsv files (<see cref="PatternTsv"/>) and a MIDI file in the authors' form (<see cref="ClipForm.Published"/>) for each beat
    /// that the filter kept. Like theirs, a MIDI file is named by the beat's place among them, from 0, and its latent.
    /// </summary>
    /// <param name="folder">Made if it is not there; it must be empty, so that no file of another set stays among these.</param>
    /// <param name="progress">Is told how many MIDI files are written, after each.</param>
    /// <exception cref="IOException">The folder is not empty or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Write(string folder, Action<int>? progress = null)
    {
        CheckEmpty(folder);
        string midi = Path.Combine(folder, MidiFolder);
        Directory.CreateDirectory(midi);
        PatternTsv.Write(Path.Combine(folder, RawFile), Raw);
        PatternTsv.Write(Path.Combine(folder, FilteredFile), Filtered);
        for (int i = 0; i < Filtered.Count; i++)
        {
            PatternLine sample = Filtered[i];
            PatternClip.ToMidiFile(sample.Pattern, ClipForm.Published).Write(Path.Combine(midi, MidiName(i, sample)), runningStatus: true);
            progress?.Invoke(i + 1);
        }
    }

    /// <summary>Checks that samples may be written into a folder.</summary>
    /// <exception cref="IOException">The folder is not empty, or is a file.</exception>
    public static void CheckEmpty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder}: samples are written to a new or an empty folder, and this is neither.");
        }
    }

    // The latent's text is what stands behind the TAB of the beat's line.
    private static string MidiName(int index, PatternLine sample)
    {
        string line = sample.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{index:D6}_{line[(line.IndexOf('\t') + 1)..]}.mid");
    }
}
