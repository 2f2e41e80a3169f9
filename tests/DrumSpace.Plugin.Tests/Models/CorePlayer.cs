using DrumSpace.Engine;
using DrumSpace.Music;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Models;

/// <summary>Plays a core along a song at 120 quarters a minute, a quarter a block, and keeps the notes of the last block.</summary>
internal sealed class CorePlayer : MidiSink, IDisposable
{
    private const int Quarter = 24_000;
    private const int Step = Quarter / 4;
    private readonly List<(int Step, byte Note)> _notes = [];
    private readonly float[] _left = new float[Quarter];
    private readonly float[] _right = new float[Quarter];
    private double _position;

    /// <summary>Begins with the knobs where only the closed hi-hat sounds.</summary>
    /// <param name="models">The models.</param>
    /// <param name="isLoaded">Whether the default is loaded before, so that the first block has its pattern.</param>
    public CorePlayer(ModelList models, bool isLoaded = true)
    {
        _ = isLoaded ? models.Default : null;
        Core = new PluginCore(models);
        Core.SetSampleRate(48_000);
        for (int knob = 0; knob < 4; knob++)
        {
            Core.Parameters[ParameterTable.Knobs[knob]] = 0.25f;
        }

        Core.Resume();
    }

    public PluginCore Core { get; }

    /// <summary>The notes that began in the last block, with their 16th in it.</summary>
    public IReadOnlyList<(int Step, byte Note)> Notes => _notes;

    /// <summary>Whether the bass drum sounds in the next bar's half, which begins with it wherever it does.</summary>
    public bool PlaysKick(bool isOffline)
    {
        bool plays = false;
        for (int quarter = 0; quarter < 2; quarter++)
        {
            Play(isOffline);
            plays |= _notes.Any(note => note.Note == 36);
        }

        Assert.Contains(_notes, note => note.Note == 42);
        return plays;
    }

    /// <summary>Plays two bars offline, and gives what was hit where; the notes are to be on the grid.</summary>
    public Pattern PlayPattern()
    {
        ushort[] masks = new ushort[Pattern.StepCount];
        for (int quarter = 0; quarter < Pattern.StepCount / 4; quarter++)
        {
            Play(isOffline: true);
            foreach ((int step, byte note) in _notes)
            {
                Assert.NotEqual(0, Kit.GeneralMidi.MaskOf(note));
                masks[(quarter * 4) + step] |= Kit.GeneralMidi.MaskOf(note);
            }
        }

        return new Pattern(masks);
    }

    public void Choose(int place) => Core.Parameters.Set(ParameterTable.Model, place);

    /// <summary>Waits for what another thread does.</summary>
    public static void Await(Func<bool> isSo) =>
        Assert.True(SpinWait.SpinUntil(isSo, TimeSpan.FromSeconds(30)), "It has not come in 30 seconds.");

    public void Play(bool isOffline) => Play(isOffline ? RenderSpeed.Offline : RenderSpeed.RealTime);

    public void Play(RenderSpeed speed)
    {
        _notes.Clear();
        HostTime time = new() { IsPlaying = true, HasPpq = true, Ppq = _position, HasTempo = true, Tempo = 120 };
        Core.Process(time, Quarter, new BlockOutput(_left, _right, accumulate: false), speed, this);
        _position++;
    }

    public void Dispose() => Core.Dispose();

    public override void Add(in MidiEvent midi)
    {
        if ((midi.Status & 0xF0) == 0x90)
        {
            _notes.Add(((int)Math.Round((double)midi.Frame / Step), midi.Data1));
        }
    }
}
