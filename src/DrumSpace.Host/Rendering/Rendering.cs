namespace DrumSpace.Host;

/// <summary>What a plugin gave over a rendering.</summary>
public sealed class Rendering
{
    internal Rendering(
        double sampleRate, IReadOnlyList<RenderedMessage> messages, IReadOnlyList<TempoPoint> tempos, float[][] audio, BlockTimings timings)
    {
        SampleRate = sampleRate;
        Messages = messages;
        Tempos = tempos;
        Audio = audio;
        Timings = timings;
    }

    /// <summary>Frames a second.</summary>
    public double SampleRate { get; }

    /// <summary>All emitted messages, block by block, in the plugin's order within a block.</summary>
    public IReadOnlyList<RenderedMessage> Messages { get; }

    /// <summary>The tempo at the first block and wherever a block began with another; in quarters since the song's start.</summary>
    public IReadOnlyList<TempoPoint> Tempos { get; }

    /// <summary>The audio: [output][frame], -1 to 1 nominally; no outputs where it was not kept.</summary>
    public float[][] Audio { get; }

    /// <summary>How long the plugin's process calls took.</summary>
    public BlockTimings Timings { get; }

    /// <summary>The notes' beginnings.</summary>
    public IEnumerable<RenderedMessage> NoteOns => Messages.Where(m => m.Message.IsNoteOn);

    /// <summary>The beginnings of notes that have no end behind them: (channel, note); empty when no note hangs.</summary>
    public IReadOnlyCollection<(int Channel, int Note)> HangingNotes
    {
        get
        {
            Dictionary<(int, int), int> open = [];
            foreach (ShortMessage message in Messages.Select(m => m.Message))
            {
                (int, int) key = (message.Channel, message.Data1);
                if (message.IsNoteOn)
                {
                    open[key] = open.GetValueOrDefault(key) + 1;
                }
                else if (message.IsNoteOff)
                {
                    open[key] = Math.Max(0, open.GetValueOrDefault(key) - 1);
                }
            }

            return [.. open.Where(o => o.Value > 0).Select(o => o.Key)];
        }
    }

    /// <summary>The largest distance of a note's beginning from the nearest line of a grid, in frames; 0 without notes.</summary>
    /// <param name="grid">The grid's spacing in quarters.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <returns>Frames, at least 0.</returns>
    public double PlacementError(double grid, TempoCurve tempo) =>
        NoteOns.Select(note => Math.Abs(note.FramesFromGrid(grid, tempo, SampleRate))).DefaultIfEmpty().Max();
}
