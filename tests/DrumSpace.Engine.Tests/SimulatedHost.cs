using System.Collections.Concurrent;
using DrumSpace.Engine.Slots;
using DrumSpace.Engine.Sound;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A host whose transport is known in closed form, so that the frame of every step follows from arithmetic and not from blocks. It plays
/// an engine, collects its notes by absolute frame, and keeps beside them the ideal grid. Each step of the pattern hits the voices of its
/// own number, so that a note also tells which step it belongs to.
/// </summary>
internal sealed class SimulatedHost
{
    // The kit's sounds go when no engine uses them; here they stay, because each test makes engines anew.
    private static readonly ConcurrentDictionary<double, DrumTables> Kept = [];
    private int _turns;
    private double _reached = double.NaN;

    public SimulatedHost(double sampleRate = 48000, int maxBlock = 8192, Pattern first = default)
    {
        SampleRate = sampleRate;
        Kept.GetOrAdd(sampleRate, DrumTables.For);
        PlayablePattern before = new();
        before.Decoded.Pattern = first;
        Engine = new PlaybackEngine(Source, before);
        Engine.Prepare(sampleRate, maxBlock);
        Publish(NumberedSteps);
    }

    /// <summary>Step s hits the voices whose bits are set in s + 1.</summary>
    public static Pattern NumberedSteps { get; } = new(Enumerable.Range(1, 32).Select(n => (ushort)n).ToArray());

    public SimulatedSource Source { get; } = new();

    public PlaybackEngine Engine { get; }

    /// <summary>The engine's settings; they are applied before each block.</summary>
    public EngineSettings Settings { get; private set; } = new();

    public double SampleRate { get; }

    /// <summary>Frames of the next block.</summary>
    public Func<int> Block { get; set; } = () => 512;

    /// <summary>How the host rounds the position it reports.</summary>
    public Func<double, double> Rounding { get; set; } = ppq => ppq;

    /// <summary>What else the host says, or leaves out.</summary>
    public Func<HostTime, HostTime> Habit { get; set; } = time => time;

    /// <summary>Called before each block.</summary>
    public Action BeforeBlock { get; set; } = () => { };

    public long Now { get; private set; }

    /// <summary>The steps that were heard: the voices that begin at one frame spell the number of their step.</summary>
    public List<(long Frame, int Step)> Played => [.. Events
        .Where(e => (e.Event.Status & 0xF0) == 0x90)
        .GroupBy(e => e.Frame, (frame, events) => (frame, events.Sum(e => 1 << Kit.Notes.IndexOf(e.Event.Data1)) - 1))];

    public List<(long Frame, int Step)> Ideal { get; } = [];

    /// <summary>Every event with its absolute frame.</summary>
    public List<(long Frame, MidiEvent Event)> Events { get; } = [];

    public static Func<double, double> Ticks(int perQuarter) => ppq => Math.Round(ppq * perQuarter) / perQuarter;

    /// <summary>Block sizes from 1 to 8192, small ones as likely as large ones.</summary>
    public static Func<int> RandomBlocks(Random random) => () => (int)Math.Exp(random.NextDouble() * Math.Log(8193));

    /// <summary>Turns the knobs to a point whose pattern has certain hits.</summary>
    public void Publish(Pattern pattern) => Publish(model => model.Decoded.Pattern = pattern);

    /// <summary>Turns the knobs to a point where the model decodes the same as before, but for some changes.</summary>
    public void Publish(Action<PlayablePattern> change)
    {
        change(Source.Model);
        Set(settings => settings with { Knobs = new Knobs(0, 0, 0, ++_turns / 1000f) });
    }

    /// <summary>The pattern that plays.</summary>
    public PlayablePattern Playing
    {
        get
        {
            PlayablePattern playing = new();
            Engine.ReadPlaying(playing);
            return playing;
        }
    }

    public void Set(Func<EngineSettings, EngineSettings> change) => Settings = change(Settings);

    public void SetChance(Voice voice, float chance) => Set(settings =>
    {
        PerVoice chances = settings.Chances;
        chances[(int)voice] = chance;
        return settings with { Chances = chances };
    });

    public void SetChainBars(int slot, int bars) => Set(settings =>
    {
        ChainBars chain = settings.ChainBars;
        chain[slot - 1] = bars;
        return settings with { ChainBars = chain };
    });

    public void SetMelody(bool isOn, MelodyRole role = MelodyRole.Bass) => Set(settings => settings with
    {
        Melody = isOn ? new MelodyRequest(role, 4, 0, MelodyScale.Major, 0, 0.5, 1, 0, 0) : default,
    });

    /// <summary>Rolls without a loop; the tempo may rise or fall evenly.</summary>
    /// <returns>The position reached.</returns>
    public double Play(double ppq, double tempo, long frames, double tempoPerSecond = 0, Loop? loop = null)
    {
        double At(double frame) => ppq + (tempo + 0.5 * tempoPerSecond * frame / SampleRate) * frame / SampleRate / 60;
        double FrameOf(double target)
        {
            // The root of the quadratic in its stable form, which is also right for an even tempo.
            double quarters = (target - ppq) * 60;
            return SampleRate * 2 * quarters / (tempo + Math.Sqrt(tempo * tempo + 2 * tempoPerSecond * quarters));
        }

        bool isJump = !(Math.Abs(ppq - _reached) < 1e-6);
        for (long step = (long)Math.Floor(ppq * 4); ; step++)
        {
            long frame = isJump ? GrooveHits.AfterJump(FrameOf(step / 4.0)) : GrooveHits.Nearest(FrameOf(step / 4.0));
            if (loop is { } pass ? step / 4.0 >= pass.End - 1e-9 : frame >= frames)
            {
                break;
            }

            // A step belongs to its nearest frame, also where that is the first one played.
            if (frame >= 0)
            {
                Ideal.Add((Now + frame, Modulo(step)));
            }
        }

        Run(frames, frame => At(frame), frame => tempo + tempoPerSecond * frame / SampleRate, loop);
        _reached = At(frames);
        return _reached;
    }

    /// <summary>Rolls through a loop whose passes follow each other without rounding, blocks lying across its end.</summary>
    public void PlayLoop(double ppq, double tempo, long frames, Loop loop)
    {
        double perFrame = tempo / 60 / SampleRate;
        double passFrame = 0;
        double from = ppq;
        while (passFrame < frames)
        {
            for (long step = (long)(passFrame == 0 ? Math.Floor(from * 4) : Math.Ceiling(from * 4 - 1e-9)); step / 4.0 < loop.End - 1e-9; step++)
            {
                double exact = passFrame + (step / 4.0 - from) / perFrame;
                long frame = passFrame == 0 ? GrooveHits.AfterJump(exact) : GrooveHits.Nearest(exact);
                if (frame >= 0 && frame < frames)
                {
                    Ideal.Add((Now + frame, Modulo(step)));
                }
            }

            passFrame += (loop.End - from) / perFrame;
            from = loop.Start;
        }

        double Position(long frame)
        {
            double beyond = ppq + frame * perFrame - loop.End;
            return beyond < 0 ? ppq + frame * perFrame : loop.Start + beyond % loop.Length;
        }

        Run(frames, Position, _ => tempo, loop);
    }

    /// <summary>Goes on calling with the transport at rest.</summary>
    public void Stop(double ppq, double tempo, long frames)
    {
        _reached = double.NaN;
        Run(frames, _ => ppq, _ => tempo, null, isPlaying: false);
    }

    /// <summary>One block, as the caller says.</summary>
    public void Process(in HostTime time, int frames)
    {
        BeforeBlock();
        Source.EnterBlock();
        Engine.AdoptLoaded();
        Engine.Apply(Settings);
        Engine.Process(time, frames, [], []);
        Collect(frames);
        Now += frames;
    }

    /// <summary>Collects what the engine has to say outside of a block.</summary>
    public void Collect(int frames)
    {
        int last = 0;
        foreach (MidiEvent midiEvent in Engine.Events)
        {
            Assert.InRange(midiEvent.Frame, last, Math.Max(frames - 1, 0));
            last = midiEvent.Frame;
            Events.Add((Now + midiEvent.Frame, midiEvent));
        }
    }

    private void Run(long frames, Func<long, double> position, Func<long, double> tempo, Loop? loop, bool isPlaying = true)
    {
        for (long frame = 0; frame < frames;)
        {
            int block = (int)Math.Min(Math.Max(Block(), 1), frames - frame);
            HostTime time = new()
            {
                IsPlaying = isPlaying,
                HasPpq = true,
                Ppq = Rounding(position(frame)),
                HasTempo = true,
                Tempo = tempo(frame),
                IsLooping = loop != null,
                LoopStart = loop?.Start ?? 0,
                LoopEnd = loop?.End ?? 0,
            };
            Process(Habit(time), block);
            frame += block;
        }
    }

    private static int Modulo(long step) => (int)((step % 32 + 32) % 32);
}
