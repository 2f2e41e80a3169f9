using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.History;

/// <summary>
/// The beats that were, to go back and forth through: at least the last 64 changes. What is changed after going back replaces what was
/// undone. Room for values is made once; only a change of the memory (a slot stored, a row locked) takes more.
/// </summary>
/// <remarks>Any thread but the audio thread; locks.</remarks>
internal sealed class BeatHistory
{
    /// <summary>The changes that can be undone.</summary>
    public const int Most = 64;

    // Shared by all instances, which most begin with it; never written.
    private static readonly PatternSlots Empty = new();

    // One room to look at memories for all instances: it is large, and needed for a moment.
    private static readonly PatternSlots Seen = new();
    private static readonly Lock Gate = new();

    private readonly ParameterStore _values;
    private readonly ProgramBank _programs;
    private readonly PlaybackEngine _engine;
    private readonly MemoryPool _pool = new();
    private readonly BeatState[] _states;
    private int _first;
    private int _count = 1;
    private int _current;

    /// <summary>Begins with what is.</summary>
    public BeatHistory(ParameterStore values, ProgramBank programs, PlaybackEngine engine)
    {
        _values = values;
        _programs = programs;
        _engine = engine;
        _states = [.. Enumerable.Range(0, Most + 1).Select(_ => new BeatState(Empty))];
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

    /// <summary>After a state was loaded: a song begins with it, and where something was changed before, it is a change like others.</summary>
    public void TakeLoaded()
    {
        lock (Gate)
        {
            if (_count == 1)
            {
                Keep(At(0), At(0).Memory);
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

    private BeatState At(int place) => _states[(_first + place) % _states.Length];

    private void Note()
    {
        PatternSlots before = At(_current).Memory;
        if (IsNow(At(_current)))
        {
            return;
        }

        if (_current == Most)
        {
            _first = (_first + 1) % _states.Length;
            _current--;
        }

        _current++;
        _count = _current + 1;
        for (int place = _count; place < _states.Length; place++)
        {
            // What was undone is gone for good, and its memory free.
            At(place).Memory = before;
        }

        Keep(At(_current), before);
    }

    private bool IsNow(BeatState state)
    {
        bool isNow = state.Program == _programs.Current;
        for (int place = 0; place < state.Values.Length && isNow; place++)
        {
            isNow = _values[BeatParameters.Indices[place]] == state.Values[place];
        }

        _engine.SaveSlots(Seen);
        return isNow && MemoryComparison.AreSame(Seen, state.Memory);
    }

    private void Keep(BeatState state, PatternSlots before)
    {
        for (int place = 0; place < state.Values.Length; place++)
        {
            state.Values[place] = _values[BeatParameters.Indices[place]];
        }

        state.Program = _programs.Current;
        _engine.SaveSlots(Seen);
        if (MemoryComparison.AreSame(Seen, before))
        {
            state.Memory = before;
            return;
        }

        state.Memory = _pool.Take(_states);
        state.Memory.CopyFrom(Seen);
    }

    private bool Go(int place)
    {
        if (place < 0 || place >= _count)
        {
            return false;
        }

        _current = place;
        BeatState state = At(place);
        if (state.Program != _programs.Current)
        {
            _programs.Select(state.Program);
        }

        for (int number = 0; number < state.Values.Length; number++)
        {
            int index = BeatParameters.Indices[number];
            if (_values[index] != state.Values[number])
            {
                _values[index] = state.Values[number];
            }
        }

        _engine.SaveSlots(Seen);
        if (!MemoryComparison.AreSame(Seen, state.Memory))
        {
            _pool.Give(state.Memory);
            _engine.LoadSlots(state.Memory);
        }

        return true;
    }
}
