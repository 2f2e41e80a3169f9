using System.Globalization;
using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Training.Sampling;

/// <summary>The files of a <see cref="SampleSet"/>, named as the authors of arXiv 2007.06284 named theirs.</summary>
public static class SampleFolder
{
    /// <summary>The file of all samples.</summary>
    public const string RawFile = "samples_raw.tsv";

    /// <summary>The file of the samples that the filter kept.</summary>
    public const string FilteredFile = "samples_filtered.tsv";

    /// <summary>The folder of the MIDI files.</summary>
    public const string MidiFolder = "midi";

    /// <summary>
    /// Writes both tsv files (<see cref="PatternTsv"/>) and a MIDI file for each sample that the filter kept. As the authors', a MIDI
    /// file's name is the sample's index, from 0, and its latent.
    /// </summary>
    /// <param name="samples">The samples.</param>
    /// <param name="folder">Created if it does not exist; it must be empty, so that it holds no files of another set.</param>
    /// <param name="form">The form of the MIDI files: a clip for sequencers, or the authors' (<see cref="ClipForm.Published"/>).</param>
    /// <param name="progress">Called after each MIDI file with the number of files written.</param>
    /// <exception cref="IOException">The folder is not empty or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(SampleSet samples, string folder, ClipForm form, Action<int>? progress = null)
    {
        CheckEmpty(folder);
        string midi = Path.Combine(folder, MidiFolder);
        Directory.CreateDirectory(midi);
        PatternTsv.Write(Path.Combine(folder, RawFile), samples.Raw);
        PatternTsv.Write(Path.Combine(folder, FilteredFile), samples.Filtered);
        for (int i = 0; i < samples.Filtered.Count; i++)
        {
            PatternLine sample = samples.Filtered[i];
            PatternClip.ToMidiFile(sample.Pattern, form).Write(Path.Combine(midi, MidiName(i, sample)), form == ClipForm.Published);
            progress?.Invoke(i + 1);
        }
    }

    /// <summary>Checks that samples may be written into a folder.</summary>
    /// <exception cref="IOException">The folder is not empty, or is a file.</exception>
    public static void CheckEmpty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder}: samples can only be written to a new or an empty folder.");
        }
    }

    // The latent's text follows the TAB of the pattern's line.
    private static string MidiName(int index, PatternLine sample)
    {
        string line = sample.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{index:D6}_{line[(line.IndexOf('\t') + 1)..]}.mid");
    }
}
