namespace DrumSpace.Engine.Steps;

/// <summary>The hits that are decided and have not sounded yet, in the order in which they will; those of one place as they were added.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw; the room is made by the constructor.</remarks>
internal sealed class NoteQueue
{
    // A step is decided at most half a step before its place and its hits come at most half a step after it, swing aside: 45 notes of
    // three steps. The rest is for loops far shorter than a step, which are decided again and again meanwhile.
    private const int Most = 192;

    private readonly QueuedNote[] _hits = new QueuedNote[Most];
    private int _first;
    private int _end;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _first == _end;

    /// <summary>The next one to sound; only while there is one.</summary>
    public ref readonly QueuedNote Next => ref _hits[_first];

    /// <summary>Adds a hit.</summary>
    /// <returns>False when there was no room for it.</returns>
    public bool Add(in QueuedNote hit)
    {
        if (_end == Most)
        {
            Array.Copy(_hits, _first, _hits, 0, _end - _first);
            _end -= _first;
            _first = 0;
            if (_end == Most)
            {
                return false;
            }
        }

        int at = _end++;
        for (; at > _first && _hits[at - 1].Ppq > hit.Ppq; at--)
        {
            _hits[at] = _hits[at - 1];
        }

        _hits[at] = hit;
        return true;
    }

    /// <summary>Takes away the next one.</summary>
    public void Remove()
    {
        if (++_first == _end)
        {
            Clear();
        }
    }

    /// <summary>Takes all away.</summary>
    public void Clear()
    {
        _first = 0;
        _end = 0;
    }

    /// <summary>Takes away those whose steps lie at a place or after it.</summary>
    /// <param name="ppq">The place in quarters.</param>
    public void ClearFrom(double ppq)
    {
        int kept = _first;
        for (int at = _first; at < _end; at++)
        {
            if (_hits[at].StepPpq < ppq)
            {
                _hits[kept++] = _hits[at];
            }
        }

        _end = kept;
    }

    /// <summary>Goes with a song that went back to the start of its loop.</summary>
    /// <param name="quarters">How far back.</param>
    public void MoveBack(double quarters)
    {
        for (int at = _first; at < _end; at++)
        {
            _hits[at] = _hits[at] with { Ppq = _hits[at].Ppq - quarters, StepPpq = _hits[at].StepPpq - quarters };
        }
    }
}
