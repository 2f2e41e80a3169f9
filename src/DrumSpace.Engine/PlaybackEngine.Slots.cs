using DrumSpace.Engine.Memory;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine;

/// <summary>
/// Which point of the space of beats the song is at, and which rows are locked there. A slot that is to begin at the next bar has its beat
/// decoded ahead and held back until then; one whose beat comes late takes over at the first step at which it is there.
/// </summary>
public sealed partial class PlaybackEngine
{
    // Quarters before a bar at which the beat of its slot is asked for: time enough for any decode, and late enough to be changed.
    private const double Lead = 1;

    // Quarters by which a bar may be missed by rounding.
    private const double BarSlack = 0.1;

    private readonly SharedMemory _memory = new();
    private readonly SlotPlayer _slots;
    private readonly IBeatRequests? _requests;
    private readonly PinnedRows _locks = new();
    private long _bar;
    private int _slotToStore;
    private bool _isSettled = true;
    private bool _isHeld;
    private bool _isOwed;
    private bool _isSlotEnding;
    private Knobs _asked;
    private int _askedSlot;

    /// <summary>Where the knobs of the space of beats stand.</summary>
    public Knobs Knobs
    {
        get => _slots.Knobs;
        set => _slots.Knobs = value;
    }

    /// <summary>The slot chosen by hand: 1 to 8, or 0 for the knobs. It begins at the next bar, at once while the song stands.</summary>
    public int Slot
    {
        get => _slots.Chosen;
        set => _slots.Chosen = Math.Clamp(value, 0, PatternSlots.SlotCount);
    }

    /// <summary>Whether the place in the song chooses the slot, by <see cref="SetChainBars"/>; without any bars it does not.</summary>
    public bool IsChained
    {
        get => _slots.IsChained;
        set => _slots.IsChained = value;
    }

    /// <summary>Quarters that the beat takes to reach a new point, 0 to 64; 0 unless set.</summary>
    public double MorphQuarters
    {
        get => _slots.MorphQuarters;
        set => _slots.MorphQuarters = value is >= 0 and <= 64 ? value : value > 64 ? 64 : 0;
    }

    /// <summary>The slot that plays, 1 to 8; 0 for the knobs. Any thread.</summary>
    public int PlayingSlot => _slots.Playing;

    /// <summary>Sets how long a slot lasts in the chain.</summary>
    /// <param name="slot">1 to 8.</param>
    /// <param name="bars">0 to 16; 0 leaves it out.</param>
    /// <exception cref="IndexOutOfRangeException">No such slot.</exception>
    public void SetChainBars(int slot, int bars) => _slots.Chain.Set(slot - 1, Math.Clamp(bars, 0, 16));

    /// <summary>Stores what plays, the point, the locked rows and the seed, with the next block.</summary>
    /// <param name="slot">1 to 8; others store nothing.</param>
    public void StoreSlot(int slot) => _slotToStore = slot is >= 1 and <= PatternSlots.SlotCount ? slot : 0;

    /// <summary>
    /// Takes over a memory that was loaded. On the audio thread, before the settings that were loaded with it are set: settings that are
    /// there with the memory or before it keep its locked rows.
    /// </summary>
    public void AdoptMemory()
    {
        if (_memory.TakeLoaded())
        {
            MergeLocks();
        }
    }

    /// <summary>Copies the memory. Any thread but the audio thread.</summary>
    public void SaveMemory(PatternSlots into) => _memory.Save(into);

    /// <summary>Loads a memory, once the settings of the same state are set. Any thread but the audio thread.</summary>
    /// <param name="memory">It must not be changed any more.</param>
    public void LoadMemory(PatternSlots memory) => _memory.Load(memory);

    // Before a block plays: where the song is, and what it will need.
    private void FollowSlots(in HostTime time, int frames)
    {
        double position = _transport.IsRolling ? _transport.BlockPosition : time.HasPpq && TransportFollower.IsPosition(time.Ppq) ? time.Ppq : 0;
        if (!_transport.IsRolling || _transport.BeginsWithJump)
        {
            JumpTo(position);
        }
        else
        {
            // What is decided runs ahead of what sounds, and slots change where beats do.
            position = _clock.DecidedAt(position);
            if (position < _grid.StartOf(_bar) - BarSlack || position > _grid.StartOf(_bar + 1) + BarSlack)
            {
                _bar = _grid.BarAt(position);
            }
        }

        Knobs point = _slots.PointAt(position);
        Store(point);
        int next = NextSlot(position, out double change);
        _isSlotEnding = _transport.IsRolling && next != _slots.Playing;
        bool isNear = change - position <= Lead + frames / _transport.FramesPerQuarter;
        _isHeld = _isSlotEnding && MorphQuarters == 0 && isNear && (_isHeld || _isSettled);

        // Only what is settled is followed by what is held, so nothing is owed then.
        _isOwed &= !_isHeld;
        Ask(_isHeld ? _slots.PointOf(next) : point, _isHeld ? next : _slots.Playing);
    }

    // The slot of the next bar, which may be the first of the host's loop, and the position in quarters at which it begins.
    private int NextSlot(double position, out double change)
    {
        long bar = _bar + 1;
        change = _grid.StartOf(bar);
        HostLoop loop = _transport.Loop;
        if (loop.IsOn && position < loop.End && loop.End <= change + BarSlack)
        {
            change = loop.End;
            bar = _grid.BarAt(loop.Start + Frame);
        }

        return _slots.SlotOf(bar);
    }

    private double Frame => 1 / _transport.FramesPerQuarter;

    private void JumpTo(double position)
    {
        int before = _slots.Playing;
        _bar = _grid.BarAt(position + Frame);
        _slots.JumpTo(_bar, _grid.StartOf(_bar), _grid.BarQuarters);
        Changed(_slots.Playing != before);
    }

    private void Wrap()
    {
        HostLoop loop = _transport.Loop;
        if (IsChained)
        {
            JumpTo(loop.Start);
            return;
        }

        _slots.Wrap(loop.Length);
        _bar = _grid.BarAt(loop.Start + Frame);
        Changed(_slots.Enter(_bar, loop.Start, _grid.BarQuarters));
    }

    private void EnterBar(long songStep)
    {
        _bar = _grid.BarOf(songStep);
        Changed(_slots.Enter(_bar, _grid.StartOf(_bar), _grid.BarQuarters));
        _isSlotEnding = _slots.SlotOf(_bar + 1) != _slots.Playing;
    }

    private void Changed(bool isOther)
    {
        if (isOther)
        {
            MergeLocks();
            _isHeld = false;
            _isOwed = MorphQuarters == 0;
        }
    }

    private void Ask(in Knobs point, int slot)
    {
        (_asked, _askedSlot) = (point, slot);
        TellLocks(slot > 0 ? _memory.Owned.Slots[slot - 1].Locks : null);
        if (_requests?.Request(point, VariationOf(slot)) == true)
        {
            _isSettled = false;
        }
    }

    // Those that will play with the beat that is asked for: voices locked by hand, and those that its slot adds.
    private void TellLocks(PinnedRows? added)
    {
        PinnedRows live = _memory.Owned.Locks;
        int others = added == null ? 0 : added.Voices & ~live.Voices;
        if ((live.Voices | others) == 0)
        {
            _requests?.Lock(0, []);
            return;
        }

        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        for (int step = 0; step < masks.Length; step++)
        {
            masks[step] = (ushort)((live.Masks[step] & live.Voices) | ((added?.Masks[step] ?? 0) & others));
        }

        _requests?.Lock(live.Voices | others, masks);
    }

    private void TakeBeat()
    {
        if (_exchange.TryTake())
        {
            _isSettled = true;
            _isOwed = false;
        }
    }

    private void Store(in Knobs point)
    {
        if (_slotToStore == 0)
        {
            return;
        }

        PatternSlot slot = _memory.Owned.Slots[_slotToStore - 1];
        _slotToStore = 0;
        int seed = PlayingSeed;
        _memory.BeginWrite();
        slot.IsFilled = true;
        slot.Knobs = point;
        slot.Seed = seed;
        slot.Locks.CopyFrom(_locks);
        _memory.EndWrite();
    }

    private int PlayingSeed => SeedOf(_slots.Playing);

    private int SeedOf(int slot) => slot > 0 ? _memory.Owned.Slots[slot - 1].Seed : Seed;

    // Without an amount all seeds are one, and asking for another would decode the same beat again.
    private PatternVariation VariationOf(int slot) => Variation > 0 ? new(Variation, SeedOf(slot)) : default;

    // A voice is locked to what plays when the switch is first seen; before the first beat of all there is nothing to lock it to.
    private void FollowLocks()
    {
        PinnedRows live = _memory.Owned.Locks;
        DecodedPattern beat = _exchange.Reading;
        int gone = live.Voices & ~LockedVoices;
        int fresh = beat.Serial > 0 ? LockedVoices & ~live.Voices : 0;
        if ((gone | fresh) == 0)
        {
            return;
        }

        _memory.BeginWrite();
        live.Release(gone);
        live.Lock(fresh & ~_locks.Voices, beat, VariationOf(_slots.Playing).LeftFor(beat));
        live.Lock(fresh, _locks);
        _memory.EndWrite();
        MergeLocks();

        // The line of this block already is to follow them.
        Ask(_asked, _askedSlot);
    }

    // Voices locked by hand stay locked in every slot; a slot adds its own.
    private void MergeLocks()
    {
        _locks.CopyFrom(_memory.Owned.Locks);
        if (_slots.PlayingSlot is { } slot)
        {
            _locks.Lock(~_locks.Voices, slot.Locks);
        }
    }
}
