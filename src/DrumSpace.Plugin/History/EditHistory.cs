using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.History;

/// <summary>
/// What shaped the pattern, to go back and forth through: at least the last 64 changes. What is changed after going back replaces what was
/// undone. Values are allocated once; only a change of the slots (a slot stored, a row pinned) or of the path allocates more.
/// </summary>
/// <remarks>Any thread but the audio thread; locks.</remarks>
internal sealed class EditHistory
{
    /// <summary>The changes that can be undone.</summary>
    public const int MaxChanges = 64;

    // Shared by all instances, most of which begin with it; never written.
    private static readonly PatternSlots Empty = new();

    // Shared by all instances: it is large, and needed for a moment.
    private static readonly PatternSlots Seen = new();
    private static readonly Lock Gate = new();

    private readonly ParameterStore _values;
    private readonly PlaybackEngine _engine;
    private readonly SlotsPool _pool = new();
    private readonly HistoryEntry[] _entries;
    private int _first;
    private int _count = 1;
    private int _current;

    /// <summary>Begins with what is.</summary>
    public EditHistory(ParameterStore values, PlaybackEngine engine)
    {
        _values = values;
        _engine = engine;
        _entries = [.. Enumerable.Range(0, MaxChanges + 1).Select(_ => new HistoryEntry(Empty))];
        lock (Gate)
        {
            Keep(At(0), Empty);
        }
    }

    /// <summary>How many changes can be undone now, one that is not noted yet left out.</summary>
    public int UndoCount
    {
        get
        {
            lock (Gate)
            {
                return _current;
            }
        }
    }

    /// <summary>How many changes can be redone now.</summary>
    public int RedoCount
    {
        get
        {
            lock (Gate)
            {
                return _count - 1 - _current;
            }
        }
    }

    /// <summary>Notes what is as one change, if it differs from what was noted last.</summary>
    public void Settle()
    {
        lock (Gate)
        {
            Note();
        }
    }

    /// <summary>
    /// After an entry was loaded: a song begins with it, and where something was changed before, it is a change like others.
    /// </summary>
    public void TakeLoaded()
    {
        lock (Gate)
        {
            if (_count == 1)
            {
                Keep(At(0), At(0).Slots);
            }
            else
            {
                Note();
            }
        }
    }

    /// <summary>Goes back to what was before the last change.</summary>
    /// <returns>False at the beginning.</returns>
    public bool Undo()
    {
        lock (Gate)
        {
            Note();
            return Go(_current - 1);
        }
    }

    /// <summary>Goes to what was before the last undo, unless something was changed since.</summary>
    /// <returns>False at the end.</returns>
    public bool Redo()
    {
        lock (Gate)
        {
            Note();
            return Go(_current + 1);
        }
    }

    /// <summary>The point that played at a place in the history, and the rows that were pinned there.</summary>
    /// <param name="offset">How many changes from now: below 0 back, above 0 forth.</param>
    /// <param name="knobs">The point.</param>
    /// <param name="pins">Written over.</param>
    /// <returns>False where there is none.</returns>
    public bool TryGetPoint(int offset, out Knobs knobs, PinnedRows pins)
    {
        knobs = default;
        lock (Gate)
        {
            int index = _current + offset;
            if (index < 0 || index >= _count)
            {
                return false;
            }

            HistoryEntry entry = At(index);
            int number = ParameterTable.Slot.Range.ValueOf(entry.ValueOf(ParameterTable.Slot));
            PatternSlot? slot = number > 0 && entry.Slots.Slots[number - 1] is { IsFilled: true } filled ? filled : null;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                knobs[axis] = slot?.Knobs[axis] ?? entry.ValueOf(ParameterTable.Knobs[axis]);
            }

            // As PatternSlots.RequestOf: a slot's own rows give way to those that are pinned whatever plays.
            pins.CopyFrom(entry.Slots.Pins);
            pins.Pin(slot == null ? 0 : ~pins.Voices, slot?.Pins ?? entry.Slots.Pins);
            return true;
        }
    }

    private HistoryEntry At(int index) => _entries[(_first + index) % _entries.Length];

    private void Note()
    {
        PatternSlots before = At(_current).Slots;
        if (IsNow(At(_current)))
        {
            return;
        }

        if (_current == MaxChanges)
        {
            _first = (_first + 1) % _entries.Length;
            _current--;
        }

        _current++;
        _count = _current + 1;
        for (int index = _count; index < _entries.Length; index++)
        {
            // What was undone is gone for good, and its memory free.
            (At(index).Slots, At(index).Path) = (before, null);
        }

        Keep(At(_current), before);
    }

    private bool IsNow(HistoryEntry entry)
    {
        ParameterView values = _values.Current;
        bool isNow = entry.Program == values.Number && _engine.Path == entry.Path;
        for (int number = 0; number < entry.Values.Length && isNow; number++)
        {
            isNow = values[UndoableParameters.All[number]] == entry.Values[number];
        }

        _engine.SaveSlots(Seen);
        return isNow && SlotsComparison.AreSame(Seen, entry.Slots);
    }

    private void Keep(HistoryEntry entry, PatternSlots before)
    {
        ParameterView values = _values.Current;
        for (int number = 0; number < entry.Values.Length; number++)
        {
            entry.Values[number] = values[UndoableParameters.All[number]];
        }

        (entry.Program, entry.Path) = (values.Number, _engine.Path);
        _engine.SaveSlots(Seen);
        if (SlotsComparison.AreSame(Seen, before))
        {
            entry.Slots = before;
            return;
        }

        entry.Slots = _pool.Take(_entries);
        entry.Slots.CopyFrom(Seen);
    }

    private bool Go(int index)
    {
        if (index < 0 || index >= _count)
        {
            return false;
        }

        // The program's values first: once it is current, it is played.
        _current = index;
        HistoryEntry entry = At(index);
        ParameterView values = _values.Current.All[entry.Program];
        for (int number = 0; number < entry.Values.Length; number++)
        {
            Parameter parameter = UndoableParameters.All[number];
            if (values[parameter] != entry.Values[number])
            {
                values[parameter] = entry.Values[number];
            }
        }

        _engine.Path = entry.Path;
        _values.Select(entry.Program);
        _engine.SaveSlots(Seen);
        if (!SlotsComparison.AreSame(Seen, entry.Slots))
        {
            _pool.Give(entry.Slots);
            _engine.LoadSlots(entry.Slots);
        }

        return true;
    }
}
