using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A host that plays melodies alone: no drum is hit, and the melody is on, on channel 1. At 120 BPM and 48 kHz a step is 6000 frames.
/// </summary>
internal sealed class MelodyHost
{
    public const int Step = 6000;

    public MelodyHost(string phrase, Func<int>? block = null)
    {
        Host.Block = block ?? Host.Block;
        Host.SetMelody(true);
        Host.Set(s => s with { MelodyGate = 1 });
        Publish(phrase);
    }

    public SimulatedHost Host { get; } = new();

    public PlaybackEngine Engine => Host.Engine;

    /// <summary>The notes heard of the melody: where each begins and how long it lasts, in steps, and its number.</summary>
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

    /// <summary>Reads a phrase: numbers are notes, '-' ties, '.' rests; what is missing rests.</summary>
    public static MelodyPhrase Read(string text)
    {
        MelodyPhrase phrase = default;
        string[] steps = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int step = 0; step < steps.Length; step++)
        {
            phrase[step] = steps[step] switch
            {
                "." => MelodyStep.Rest,
                "-" => MelodyStep.Tie,
                _ => MelodyStep.NoteOf(int.Parse(steps[step])),
            };
        }

        return phrase;
    }

    /// <summary>Turns the knobs to a silent pattern whose melody is late.</summary>
    public void Publish() => Host.Publish(model => (model.Decoded.Pattern, model.IsWhole) = (default, false));

    /// <summary>Turns the knobs to a silent pattern that comes with its melody.</summary>
    public void Publish(string phrase) =>
        Host.Publish(model => (model.Decoded.Pattern, model.IsWhole, model.Melody) = (default, true, Read(phrase)));

    /// <summary>Sends the melody of the pattern that came without it.</summary>
    public void SendMelody(string phrase) => Host.Source.SendMelody(Read(phrase));

    /// <summary>Plays steps at 120 BPM from a position in quarters.</summary>
    public double Play(double ppq, double steps) => Host.Play(ppq, 120, (long)(steps * Step));
}
