namespace DrumSpace.Engine.Notes;

/// <summary>
/// Hits and notes that are decided and have not sounded yet, in the order in which they will; those of one time as they were added.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw; the room is made by the constructor.</remarks>
internal sealed class NoteQueue
{
    // A step is decided at most half a step before its place and its hits come at most half a step after it, swing aside: 45 notes of
    // three steps. The rest is for loops far shorter than a step, which are decided again and again meanwhile.
    private const int MaxNotes = 192;

    private readonly QueuedNote[] _notes = new QueuedNote[MaxNotes];
    private int _first;
    private int _end;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _first == _end;

    /// <summary>The next one to sound; only while there is one.</summary>
    public ref readonly QueuedNote Next => ref _notes[_first];

    /// <summary>Adds a note.</summary>
    /// <returns>False when there was no room for it.</returns>
    public bool Add(in QueuedNote note)
    {
        if (_end == MaxNotes)
        {
            Array.Copy(_notes, _first, _notes, 0, _end - _first);
            _end -= _first;
            _first = 0;
            if (_end == MaxNotes)
            {
                return false;
            }
        }

        int at = _end++;
        for (; at > _first && _notes[at - 1].Ppq > note.Ppq; at--)
        {
            _notes[at] = _notes[at - 1];
        }

        _notes[at] = note;
        return true;
    }

    /// <summary>Removes the next one.</summary>
    public void Remove()
    {
        if (++_first == _end)
        {
            Clear();
        }
    }

    /// <summary>Drops all.</summary>
    public void Clear()
    {
        _first = 0;
        _end = 0;
    }

    /// <summary>Drops those whose steps lie at a position or after it.</summary>
    /// <param name="ppq">The position in quarters.</param>
    public void ClearFrom(double ppq)
    {
        int kept = _first;
        for (int at = _first; at < _end; at++)
        {
            if (_notes[at].StepPpq < ppq)
            {
                _notes[kept++] = _notes[at];
            }
        }

        _end = kept;
    }

    /// <summary>Moves with a song that went back to the start of its loop.</summary>
    /// <param name="quarters">How far back.</param>
    public void MoveBack(double quarters)
    {
        for (int at = _first; at < _end; at++)
        {
            _notes[at] = _notes[at] with { Ppq = _notes[at].Ppq - quarters, StepPpq = _notes[at].StepPpq - quarters };
        }
    }
}
