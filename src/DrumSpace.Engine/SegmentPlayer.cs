using System.Numerics;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Patterns;
using DrumSpace.Engine.Slots;
using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine;

/// <summary>Decides the steps that are due in a segment of a block, and has their notes played.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class SegmentPlayer(
    TransportFollower transport, SlotSequencer slots, PatternQueue patterns, PatternSwitcher switcher, MelodyPlayer melody,
    NoteScheduler notes)
{
    private const int MaxStepsPerQuarter = 8;

    private readonly HitRules _rules = new();
    private EngineSettings _settings = new();
    private PatternGrid _grid = new();
    private StepSequencer _steps = new();

    /// <summary>Where the steps of the song lie.</summary>
    public StepGrid Grid => _grid.Steps;

    /// <summary>Where the pattern lies in them.</summary>
    public ref readonly PatternGrid PatternGrid => ref _grid;

    /// <summary>Which steps are decided.</summary>
    public ref readonly StepSequencer Steps => ref _steps;

    /// <summary>Takes other bars or settings.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="isFillWanted">Whether a fill of the moment was wanted since the last call.</param>
    public void Follow(in SongBars bars, in EngineSettings settings, bool isFillWanted)
    {
        _settings = settings;
        _rules.Apply(settings);
        _grid.Follow(bars, settings, isFillWanted);
        _steps.Follow(_grid.Steps, settings.Swing, HitRules.MaxOffset * settings.GrooveTiming);
    }

    /// <summary>Begins a block.</summary>
    public void Begin()
    {
        if (!transport.IsRolling)
        {
            _grid.Stand();
        }

        if (_steps.Returns(transport.Loop, out double end))
        {
            notes.ClearFrom(end);
        }
    }

    /// <summary>Plays a segment of the block.</summary>
    /// <param name="segment">The segment, in the order of the block.</param>
    /// <param name="block">How the block is played.</param>
    public void Play(in TransportSegment segment, in BlockContext block)
    {
        Enter(segment);
        do
        {
            while (_steps.Next(segment, block.LastFrame, out DueStep due))
            {
                notes.PlayTo(segment, due.Frame - 1, isEnd: false, block);
                if (!due.IsPast)
                {
                    EnterStep(due.Step);
                }

                Decide(due);
            }
        }
        while (BeginsPass(segment, block.LastFrame));
        notes.PlayTo(segment, Math.Min(segment.EndFrame, block.LastFrame), isEnd: true, block);
    }

    private void Enter(in TransportSegment segment)
    {
        if (segment.Start == SegmentStart.Jump)
        {
            notes.End(~0, segment.Frame);
            notes.Clear();
        }
        else if (segment.Start == SegmentStart.Wrap)
        {
            if (!_steps.IsInNextPass)
            {
                BeginPass();
            }

            notes.MoveBack(transport.Loop.Length);
        }

        if (_steps.Enter(segment, out double from))
        {
            notes.ClearFrom(from);
        }
    }

    private bool BeginsPass(in TransportSegment segment, int lastFrame)
    {
        bool isFirst = !_steps.IsInNextPass;
        if (!_steps.BeginsPass(segment, lastFrame, transport.Loop))
        {
            return false;
        }

        if (isFirst)
        {
            BeginPass();
        }
        else
        {
            slots.Wrap(_grid.Steps);
        }

        return true;
    }

    // A loop that was set at the last moment: steps beyond its end may be decided, which will not come.
    private void BeginPass()
    {
        notes.ClearFrom(transport.Loop.End);
        slots.Wrap(_grid.Steps);
    }

    // The pattern that takes over at a step also gives its early hits, if it is there when the step is decided.
    private void EnterStep(long songStep)
    {
        if (_grid.IsBoundary(PatternSwitch.Bar, songStep))
        {
            slots.EnterBar(songStep, _grid.Steps);
        }

        slots.EnterStep(songStep, _grid.Steps, _settings);
        patterns.Poll();
        switcher.Switch(_grid.IsBoundary(_settings.Switch, songStep));
    }

    private void Decide(in DueStep due)
    {
        PlayablePattern pattern = patterns.Playing;
        int step = _grid.StepOf(due.Step);
        FillPlace fill = _grid.FillAt(due.Step, slots.IsSlotEnding);

        // In 32nds from the song's start, so that changes of meter and of the pattern's speed keep the chances.
        long position = (long)Math.Round(_grid.Steps.PpqOf(due.Step) * MaxStepsPerQuarter);
        int seed = slots.PlayingSeed;
        bool beginsBar = _grid.IsBoundary(PatternSwitch.Bar, due.Step);
        for (int hits = _rules.HitsAt(pattern, step, fill); hits != 0; hits &= hits - 1)
        {
            int voice = BitOperations.TrailingZeroCount(hits);
            double ppq = due.Ppq + _rules.OffsetOf(pattern, step, voice, fill) * _steps.StepQuarters;
            if (HashNoise.Of(seed, position, voice) < _settings.Chances[voice] && !((due.IsPast || due.IsAgain) && _steps.IsPast(ppq)))
            {
                int velocity = _rules.VelocityOf(pattern, step, voice, fill);
                notes.Add(new QueuedNote(ppq, due.Ppq, voice, velocity, BeginsBar: beginsBar));
            }
        }

        if (melody.TryDecide(due, _grid, _steps, transport.Loop, _settings, out QueuedNote note))
        {
            notes.Add(note);
        }
    }
}
