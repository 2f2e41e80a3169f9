using System.IO.Compression;
using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>The published MIDI files of the paper's ACAI model, compared with the same samples as tsv.</summary>
public class PublishedClipTests
{
    [Fact]
    public void Every_published_file_has_its_pattern_three_times_and_is_reproduced_byte_for_byte()
    {
        string? zip = Repository.Data("drum_space/sampled_acai_midi.zip");
        string? tsv = Repository.Data("drum_space/sampled10k_acai_filtered");
        Assert.SkipWhen(zip is null || tsv is null, "The published samples are not beside this checkout.");
        PatternLine[] rows = [.. PatternTsv.Read(tsv!)];
        using ZipArchive archive = ZipFile.OpenRead(zip!);
        ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => entry.Name.EndsWith(".mid", StringComparison.Ordinal))];
        Assert.Equal(5581, rows.Length);
        Assert.Equal(rows.Length, entries.Length);
        foreach (ZipArchiveEntry entry in entries)
        {
            // __sampled10k_acai_filtered_NNNNNN_z1,z2,z3,z4.mid.csv.mid: the row's number and latent.
            string[] parts = entry.Name.Split('_');
            PatternLine row = rows[int.Parse(parts[^2], System.Globalization.CultureInfo.InvariantCulture)];
            Assert.Equal(row.ToString().Split('\t')[1], parts[^1].Replace(".mid.csv.mid", "", StringComparison.Ordinal));
            Check(entry, row.Pattern);
        }
    }

    private static void Check(ZipArchiveEntry entry, in Pattern pattern)
    {
        using MemoryStream published = new();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(published);
        }

        MidiFile file = MidiFile.Read(published.ToArray(), entry.Name);
        Assert.Equal(
            (MidiFileFormat.MultiTrack, 1, 360, 97L * 120),
            (file.Format, file.Tracks.Count, file.Division.TicksPerQuarter, file.Tracks[0].EndTicks));
        var masks = new ushort[3 * Pattern.StepCount];
        foreach (TrackEvent midiEvent in file.Tracks[0].Events)
        {
            Assert.True(midiEvent.IsNoteOn && midiEvent.Channel == 9 && midiEvent.Data2 == 127 && midiEvent.Ticks % 120 == 0, entry.Name);
            masks[midiEvent.Ticks / 120] |= Kit.GeneralMidi.MaskOf(midiEvent.Data1);
        }

        for (int repeat = 0; repeat < 3; repeat++)
        {
            Assert.True(pattern.Masks.SequenceEqual(masks.AsSpan(repeat * Pattern.StepCount, Pattern.StepCount)), entry.Name);
        }

        using MemoryStream ours = new();
        PatternClip.ToMidiFile(pattern, ClipForm.Published).Write(ours, runningStatus: true);
        Assert.True(ours.ToArray().AsSpan().SequenceEqual(published.ToArray()), entry.Name);
    }
}
