using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

/// <summary>A host that plays lines alone: no drum is hit, and the melody is on, on channel 1. At 120 BPM and 48 kHz a step is 6000 frames.</summary>
internal sealed class LineHost
{
    public const int Step = 6000;

    private long _beat;

    public LineHost(string line, Func<int>? block = null)
    {
        Host.Block = block ?? Host.Block;
        Engine.IsMelodyOn = true;
        Engine.MelodyGate = 1;
        PublishBeat();
        PublishLine(line);
    }

    public SimulatedHost Host { get; } = new();

    public PlaybackEngine Engine => Host.Engine;

    /// <summary>What was heard of the melody: the step at which a note begins, in steps since the start, its length in steps, and its number.</summary>
    public (double Step, double Length, int Note)[] Notes
    {
        get
        {
            List<(double, double, int)> notes = [];
            (long Frame, int Note)? open = null;
            foreach ((long frame, MidiEvent midiEvent) in Host.Events.Where(e => (e.Event.Status & 15) != 9))
            {
                bool isOn = (midiEvent.Status & 0xF0) == 0x90;
                Assert.True(isOn == (open == null), $"{midiEvent} at {frame}: one note at a time.");
                if (open is { } note)
                {
                    Assert.Equal(note.Note, midiEvent.Data1);
                    notes.Add((note.Frame / (double)Step, (frame - note.Frame) / (double)Step, note.Note));
                }

                open = isOn ? (frame, midiEvent.Data1) : null;
            }

            return [.. notes];
        }
    }

    /// <summary>Reads a line: numbers are notes, '-' ties, '.' rests; what is missing rests.</summary>
    public static MelodyPhrase Read(string text)
    {
        MelodyPhrase line = default;
        string[] steps = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int step = 0; step < steps.Length; step++)
        {
            line[step] = steps[step] switch
            {
                "." => MelodyStep.Rest,
                "-" => MelodyStep.Tie,
                _ => MelodyStep.NoteOf(int.Parse(steps[step])),
            };
        }

        return line;
    }

    public void PublishBeat()
    {
        Host.Publish(default);
        _beat++;

        // The host has published its own first beat already.
        _beat = Math.Max(_beat, 2);
    }

    /// <summary>Publishes a line for the newest beat, or for one that is still to come.</summary>
    public void PublishLine(string line, long later = 0)
    {
        Host.Lines.Writing.Line = Read(line);
        Host.Lines.Writing.BeatSerial = _beat + later;
        Host.Lines.Publish();
    }

    /// <summary>Plays steps at 120 BPM from a position in quarters.</summary>
    public double Play(double ppq, double steps) => Host.Play(ppq, 120, (long)(steps * Step));
}
