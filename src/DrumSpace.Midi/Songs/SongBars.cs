using System.Text;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Music.Structure;

namespace DrumSpace.Midi.Songs;

/// <summary>
/// The bars of a song's file: those of its longest part in 4/4, from the first with a drum hit or a note to the last. Percussion without a
/// voice is left out.
/// </summary>
/// <param name="Bars">The bars, in order; empty when there is no onset in 4/4.</param>
/// <param name="Marks">The file's markers within the bars: the bar, from 0, and the text.</param>
public sealed record SongBars(IReadOnlyList<SongBar> Bars, IReadOnlyList<(int Bar, string Text)> Marks)
{
    // Longer than a day; later notes are damage and must not fill the memory.
    private const long MaxSteps = 100_000 * Pattern.StepsPerBar;

    /// <summary>Reads a song.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kit">How its drums are read.</param>
    public static SongBars Of(MidiFile file, Kit kit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(kit);
        SongBars longest = new([], []);
        foreach (FourFourPart part in FourFourPart.Of(file))
        {
            SongBars bars = Of(file, kit, part);
            longest = bars.Bars.Count > longest.Bars.Count ? bars : longest;
        }

        return longest;
    }

    private static SongBars Of(MidiFile file, Kit kit, FourFourPart part)
    {
        DrumPart drums = DrumPart.Of(file, kit);
        SortedDictionary<long, SongBar> bars = [];
        List<(long Bar, string Text)> marks = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                bool isMark = midiEvent.Is(MetaType.Marker);
                if (!(isMark || midiEvent.IsNoteOn) || !part.TryGetStep(midiEvent.Ticks, out long step) || step >= MaxSteps)
                {
                    continue;
                }

                long bar = step / Pattern.StepsPerBar;
                int barStep = (int)(step % Pattern.StepsPerBar);
                if (isMark)
                {
                    marks.Add((bar, Encoding.UTF8.GetString(track.PayloadOf(midiEvent))));
                }
                else if (midiEvent.Channel != drums.Channel)
                {
                    BarAt(bar).AddNote(barStep, midiEvent.Data1);
                }
                else if (drums.Kit.MaskOf(midiEvent.Data1) is var mask and not 0)
                {
                    BarAt(bar).AddHits(barStep, mask);
                }
            }
        }

        if (bars.Count == 0)
        {
            return new SongBars([], []);
        }

        long first = bars.Keys.First();
        SongBar[] all = new SongBar[bars.Keys.Last() - first + 1];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = bars.GetValueOrDefault(first + i) ?? new SongBar();
        }

        IEnumerable<(long Bar, string Text)> within = marks.Where(mark => mark.Bar >= first && mark.Bar < first + all.Length);
        return new SongBars(all, [.. within.Select(mark => ((int)(mark.Bar - first), mark.Text))]);

        SongBar BarAt(long bar)
        {
            if (!bars.TryGetValue(bar, out SongBar? found))
            {
                bars.Add(bar, found = new SongBar());
            }

            return found;
        }
    }
}
