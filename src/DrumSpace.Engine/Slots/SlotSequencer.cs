using System.Numerics;
using DrumSpace.Engine.Patterns;
using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine.Slots;

/// <summary>
/// Follows the song through its bars and slots, and requests the pattern of the point where it is. The pattern of a slot that begins at the
/// next bar is requested ahead.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class SlotSequencer(TransportFollower transport, SlotMemory memory, PatternRequester requester, PatternQueue patterns)
{
    // Quarters before a bar at which the pattern of its slot is requested: time enough to decode, and late enough to be changed.
    private const double Lead = 1;

    // Quarters by which a bar may be missed by rounding.
    private const double BarSlack = 0.1;

    private readonly SlotPlayer _slots = new(memory);
    private StepGrid _grid = StepGrid.Default;
    private long _bar;
    private Knobs _point;
    private Knobs _playing;

    // Bit s set for slot s.
    private int _slotsToStore;
    private int _seed;
    private double _morphQuarters;
    private bool _isAhead;

    /// <summary>The slot that plays, 0 to 8. Any thread.</summary>
    public int Playing => _slots.Playing;

    /// <summary>The point that plays at the block's start.</summary>
    public ref readonly Knobs PlayingPoint => ref _playing;

    /// <summary>Whether another slot takes over at the next bar.</summary>
    public bool IsSlotEnding { get; private set; }

    /// <summary>The seed of what plays.</summary>
    public int PlayingSeed => Playing > 0 ? memory[Playing].Seed : _seed;

    /// <summary>
    /// Whether the slot that plays began before its pattern was there, so that the pattern takes over at the first step at which it is.
    /// </summary>
    public bool IsPatternLate => _morphQuarters == 0 && patterns.Playing.Slot != Playing;

    /// <summary>The song's path. Any thread.</summary>
    public KnobPath? Path
    {
        get => _slots.Path;
        set => _slots.Path = value;
    }

    /// <summary>Takes other settings.</summary>
    public void Apply(in EngineSettings settings)
    {
        _slots.Apply(settings);
        requester.Apply();
        _seed = settings.Seed;
        _morphQuarters = settings.MorphQuarters;
    }

    /// <summary>Stores what plays with the next block.</summary>
    /// <param name="slot">1 to 8; others store nothing.</param>
    public void Store(int slot) => _slotsToStore |= slot is >= 1 and <= PatternSlots.Count ? 1 << slot : 0;

    /// <summary>Before a block plays: finds where the song is, and requests the pattern that it will need.</summary>
    public void Follow(in HostTime time, int frames, in StepGrid grid, in StepSequencer steps, in EngineSettings settings)
    {
        bool isRolling = transport.IsRolling;
        double position = isRolling ? transport.BlockPosition : time.HasPpq && TransportFollower.IsPosition(time.Ppq) ? time.Ppq : 0;
        if (!isRolling || transport.BeginsWithJump)
        {
            JumpTo(position, grid);
        }
        else
        {
            // What is decided runs ahead of what sounds, and slots change where patterns do.
            position = steps.DecidedAt(position);
            bool isElsewhere = position < grid.StartOf(_bar) - BarSlack || position > grid.StartOf(_bar + 1) + BarSlack;
            if (isElsewhere || grid != _grid)
            {
                _bar = grid.BarAt(position + Frame);
                _slots.Enter(_bar, grid.StartOf(_bar), grid);
            }
        }

        _grid = grid;

        Knobs point = _playing = _slots.PointAt(_slots.IsMoving ? NextStep(position, grid) : position, grid);
        StoreSlot(point);
        int next = NextSlot(position, grid, out double change, out double start);
        IsSlotEnding = isRolling && next != Playing;
        bool isNear = change - position <= Lead + frames / transport.FramesPerQuarter;

        // What this bar plays comes first, and a reply that still waits for its boundary must not be overtaken by the next slot's.
        bool isRequested = requester.LastSlot == next && !transport.BeginsWithJump;
        bool isSettled = isRequested || (requester.LastSlot == Playing && patterns.Playing.RequestId == requester.LastId);
        _isAhead = IsSlotEnding && _morphQuarters == 0 && isNear && isSettled;
        Request(_isAhead ? _slots.PointOf(next, start, grid) : point, _isAhead ? next : Playing, settings);
    }

    /// <summary>
    /// Pins and releases voices by their switches. A voice is pinned to what plays when its switch is first seen; before the first pattern
    /// there is nothing to pin it to.
    /// </summary>
    public void FollowPins(in EngineSettings settings)
    {
        int pinned = memory.Pins.Voices;
        int released = pinned & ~settings.PinnedVoices;
        int fresh = patterns.Playing.RequestId > 0 ? settings.PinnedVoices & ~pinned : 0;
        if ((released | fresh) != 0)
        {
            memory.ChangePins(fresh, released, patterns.Playing);
            requester.Request(_point, requester.LastSlot, transport.Tempo, settings);
        }
    }

    /// <summary>Enters the bar of a step.</summary>
    public void EnterBar(long songStep, in StepGrid grid)
    {
        _bar = grid.BarOf(songStep);
        _isAhead = false;
        _slots.Enter(_bar, grid.StartOf(_bar), grid);
        IsSlotEnding = _slots.SlotOf(_bar + 1) != Playing;
    }

    /// <summary>Enters a step: on the path, its pattern is that of its own place, however long the block is.</summary>
    public void EnterStep(long songStep, in StepGrid grid, in EngineSettings settings)
    {
        if (_slots.IsMoving && !_isAhead)
        {
            Request(_slots.PointAt(grid.PpqOf(songStep), grid), Playing, settings);
        }
    }

    /// <summary>Goes back to the start of the host's loop.</summary>
    public void Wrap(in StepGrid grid)
    {
        HostLoop loop = transport.Loop;
        if (_slots.IsChained)
        {
            JumpTo(loop.Start, grid);
            return;
        }

        _slots.Wrap(loop.Length);
        _bar = grid.BarAt(loop.Start + Frame);
        _slots.Enter(_bar, loop.Start, grid);
    }

    /// <summary>Goes to a position at once.</summary>
    /// <param name="position">In quarters.</param>
    /// <param name="grid">Where its bar lies.</param>
    public void JumpTo(double position, in StepGrid grid)
    {
        _bar = grid.BarAt(position + Frame);
        _slots.JumpTo(_bar, grid.StartOf(_bar), grid);
    }

    /// <summary>Requests the pattern of the song's start, because the host is about to process.</summary>
    public void Prepare(in StepGrid grid, in EngineSettings settings)
    {
        JumpTo(0, grid);
        Request(_slots.PointAt(0, grid), Playing, settings);
    }

    private double Frame => 1 / transport.FramesPerQuarter;

    // The position, in quarters, of the step that is decided next, which may be the first of the host's loop.
    private double NextStep(double position, in StepGrid grid)
    {
        double next = grid.PpqOf(grid.FirstAt(position - Frame));
        HostLoop loop = transport.Loop;
        bool wraps = loop.IsOn && position < loop.End + Frame && next > loop.End - Frame;
        return wraps ? grid.PpqOf(grid.FirstAt(loop.Start - Frame)) : next;
    }

    // The slot of the next bar, which may be the first of the host's loop, and the positions in quarters where this one ends and it begins.
    private int NextSlot(double position, in StepGrid grid, out double change, out double start)
    {
        long bar = _bar + 1;
        start = change = grid.StartOf(bar);
        HostLoop loop = transport.Loop;
        if (loop.IsOn && position < loop.End && loop.End <= change + BarSlack)
        {
            (change, start) = (loop.End, loop.Start);
            bar = grid.BarAt(loop.Start + Frame);
        }

        return _slots.SlotOf(bar);
    }

    private void Request(in Knobs point, int slot, in EngineSettings settings)
    {
        _point = point;
        requester.Request(point, slot, transport.Tempo, settings);
    }

    private void StoreSlot(in Knobs point)
    {
        for (; _slotsToStore != 0; _slotsToStore &= _slotsToStore - 1)
        {
            memory.Store(BitOperations.TrailingZeroCount(_slotsToStore), point, PlayingSeed, Playing);
        }
    }
}
