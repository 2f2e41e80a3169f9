namespace DrumSpace.Host;

/// <summary>What a plugin output over a rendering.</summary>
/// <param name="SampleRate">The sample rate in Hz.</param>
/// <param name="Messages">All messages, block by block; within a block in the plugin's order.</param>
/// <param name="Tempos">The tempo at the first block and at each block that started with another; positions since the song's start.</param>
/// <param name="Audio">The audio: [output][frame], nominally -1 to 1; no outputs if it was not kept.</param>
/// <param name="Timings">The durations of the plugin's process calls.</param>
public sealed record Rendering(
    double SampleRate, IReadOnlyList<RenderedMessage> Messages, IReadOnlyList<TempoPoint> Tempos, float[][] Audio, BlockTimings Timings)
{
    /// <summary>The note-ons.</summary>
    public IEnumerable<RenderedMessage> NoteOns => Messages.Where(m => m.Message.IsNoteOn);

    /// <summary>The notes (channel, note) that have a note-on without a later note-off; empty if no note hangs.</summary>
    public IReadOnlyCollection<(int Channel, int Note)> HangingNotes
    {
        get
        {
            Dictionary<(int, int), int> open = [];
            foreach (ShortMessage message in Messages.Select(m => m.Message).Where(m => m.IsNoteOn || m.IsNoteOff))
            {
                (int, int) key = (message.Channel, message.Data1);
                open[key] = Math.Max(0, open.GetValueOrDefault(key) + (message.IsNoteOn ? 1 : -1));
            }

            return [.. open.Where(o => o.Value > 0).Select(o => o.Key)];
        }
    }

    /// <summary>The largest distance of a note-on from the nearest line of a grid.</summary>
    /// <param name="grid">The grid's spacing in quarters.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <returns>Frames, at least 0; 0 without notes.</returns>
    public double PlacementError(double grid, TempoCurve tempo) =>
        NoteOns.Select(note => Math.Abs(note.FramesFromGrid(grid, tempo, SampleRate))).DefaultIfEmpty().Max();
}
