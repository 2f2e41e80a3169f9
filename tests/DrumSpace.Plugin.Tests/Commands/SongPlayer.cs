using DrumSpace.Engine;
using DrumSpace.Plugin.Capture;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Commands;

/// <summary>
/// Plays a core as a host does, at 120 quarters a minute and 48 000 frames a second, in real time or not, and keeps all that comes out by
/// its place in the song. The model is the tests' own: the hi-hat on every step, and a drum a knob.
/// </summary>
internal sealed class SongPlayer : MidiSink, IDisposable
{
    public const int FramesPerQuarter = 24_000;
    private readonly float[] _left = new float[FramesPerQuarter];
    private readonly float[] _right = new float[FramesPerQuarter];
    private readonly List<(double Ppq, MidiEvent Midi)> _input = [];
    private double _blockStart;
    private int _blockFrames;

    /// <summary>Begins with the knobs where only the closed hi-hat sounds.</summary>
    public SongPlayer(ModelList models, CaptureFolder? captures = null)
    {
        Core = new PluginCore(models, captures ?? new CaptureFolder(new ManualClock(), "/nowhere"));
        Core.SetSampleRate(48_000);
        for (int knob = 0; knob < 4; knob++)
        {
            Set(ParameterTable.Knobs[knob], 0.25f);
        }

        Core.Resume();
    }

    public PluginCore Core { get; }

    public int Block { get; init; } = 1000;

    public RenderSpeed Speed { get; init; } = RenderSpeed.Offline;

    public bool IsPlaying { get; set; } = true;

    public double Position { get; set; }

    /// <summary>The note-ons that came out since the last time that it was told to play.</summary>
    public List<(double Ppq, byte Note, byte Velocity)> Notes { get; } = [];

    /// <summary>All that came out since the last time that it was told to play.</summary>
    public List<(double Ppq, MidiEvent Midi)> Output { get; } = [];

    /// <summary>The left channel of the last block.</summary>
    public float[] LastBlock => _left[.._blockFrames];

    public float[] Knobs => [.. Enumerable.Range(0, 4).Select(knob => Core.Parameters[ParameterTable.Knobs[knob]])];

    public void Set(Parameter parameter, float normalized) => Core.Parameters[parameter] = normalized;

    /// <summary>Will play a note into the core at a place.</summary>
    public void Strike(double ppq, byte note, byte velocity = 100) => Send(ppq, 0x99, note, velocity);

    /// <summary>Will send a message into the core at a place.</summary>
    public void Send(double ppq, byte status, byte data1, byte data2) => _input.Add((ppq, new MidiEvent(0, status, data1, data2)));

    public void Play(double quarters)
    {
        Notes.Clear();
        Output.Clear();
        long frames = (long)Math.Round(quarters * FramesPerQuarter);
        while (frames > 0)
        {
            int length = (int)Math.Min(Block, frames);
            PlayBlock(length);
            frames -= length;
        }
    }

    /// <summary>Plays on, a block at a time, until something is so that another thread does.</summary>
    public void PlayUntil(Func<bool> isSo) => Assert.True(
        SpinWait.SpinUntil(
            () =>
            {
                PlayBlock(Block);
                return isSo();
            },
            TimeSpan.FromSeconds(30)),
        "It has not come in 30 seconds.");

    /// <summary>Whether a note is heard in the next two bars.</summary>
    public bool Plays(byte note)
    {
        Position = Math.Ceiling(Position / 8) * 8;
        Play(8);
        return Notes.Exists(one => one.Note == note);
    }

    public override void Add(in MidiEvent midi)
    {
        Output.Add((_blockStart + (double)midi.Frame / FramesPerQuarter, midi));
        if ((midi.Status & 0xF0) == 0x90)
        {
            Notes.Add((_blockStart + (double)midi.Frame / FramesPerQuarter, midi.Data1, midi.Data2));
        }
    }

    public void Dispose() => Core.Dispose();

    private void PlayBlock(int frames)
    {
        double end = Position + (double)frames / FramesPerQuarter;
        _blockStart = Position;
        _blockFrames = frames;
        foreach ((double ppq, MidiEvent midi) in _input.Where(one => one.Ppq >= _blockStart && one.Ppq < end).OrderBy(one => one.Ppq))
        {
            Core.QueueMidi(midi with { Frame = (int)((ppq - _blockStart) * FramesPerQuarter) });
        }

        HostTime time = new() { IsPlaying = IsPlaying, HasPpq = true, Ppq = Position, HasTempo = true, Tempo = 120 };
        Core.Process(time, frames, new BlockOutput(_left.AsSpan(0, frames), _right.AsSpan(0, frames), accumulate: false), Speed, this);
        Position = end;
    }
}
