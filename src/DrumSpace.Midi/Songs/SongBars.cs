using System.Text;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Music.Structure;

namespace DrumSpace.Midi.Songs;

/// <summary>
/// The bars of a song's file: those of its longest stretch in 4/4, from the first with a drum hit or a note to the last. Percussion that
/// means no voice, and what rounds to another stretch, is left out.
/// </summary>
/// <param name="Bars">The bars, in order; none when nothing begins in 4/4.</param>
/// <param name="Marks">The file's markers within them: the bar where each stands, from 0, and its text.</param>
public sealed record SongBars(IReadOnlyList<SongBar> Bars, IReadOnlyList<(int Bar, string Text)> Marks)
{
    // A song of a day; a note farther off is damage, and must not fill the memory.
    private const long MostBars = 100_000;
    private const int DrumChannel = 9;

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
        SortedDictionary<long, SongBar> bars = [];
        List<(long Bar, string Text)> marks = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent one in track.Events)
            {
                bool isMark = one.IsMeta && one.Data1 == (byte)MetaType.Marker;
                if (!(isMark || one.IsNoteOn) || !part.TryGetStep(one.Ticks, out long step) || step / SongBar.StepCount >= MostBars)
                {
                    continue;
                }

                long bar = step / SongBar.StepCount;
                int place = (int)(step % SongBar.StepCount);
                if (isMark)
                {
                    marks.Add((bar, Encoding.UTF8.GetString(track.PayloadOf(one))));
                }
                else if (one.Channel != DrumChannel)
                {
                    BarAt(bar).AddNote(place, one.Data1);
                }
                else if (kit.MaskOf(one.Data1) is var mask and not 0)
                {
                    BarAt(bar).AddHits(place, mask);
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

        return new SongBars(
            all,
            [.. marks.Where(mark => mark.Bar >= first && mark.Bar < first + all.Length).Select(mark => ((int)(mark.Bar - first), mark.Text))]);

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
