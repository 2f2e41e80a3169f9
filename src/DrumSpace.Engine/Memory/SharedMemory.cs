namespace DrumSpace.Engine.Memory;

/// <summary>
/// A beat memory that the audio thread owns and that other threads save and load: a sequence lock one way, whose count is odd while the
/// owner writes and whose readers read again when they saw it odd or changing, and a finished copy the other way, which the owner takes
/// over when it next looks.
/// </summary>
/// <remarks>
/// <see cref="Save"/> and <see cref="Load"/>: any one thread but the audio thread. The rest: audio thread; wait-free, no allocation.
/// </remarks>
internal sealed class SharedMemory
{
    private readonly PatternSlots _owned = new();
    private PatternSlots? _loaded;
    private int _count;

    /// <summary>The memory, for its owner to read; to be written between <see cref="BeginWrite"/> and <see cref="EndWrite"/> only.</summary>
    public PatternSlots Owned => _owned;

    /// <summary>Begins to write.</summary>
    public void BeginWrite() => Interlocked.Increment(ref _count);

    /// <summary>Ends writing.</summary>
    public void EndWrite() => Interlocked.Increment(ref _count);

    /// <summary>Takes over what was loaded, if anything was.</summary>
    /// <returns>Whether the memory is another one now.</returns>
    public bool TakeLoaded()
    {
        PatternSlots? loaded = Volatile.Read(ref _loaded);
        if (loaded == null)
        {
            return false;
        }

        BeginWrite();
        _owned.CopyFrom(loaded);
        EndWrite();

        // Only now: until here a reader finds the copy.
        Interlocked.CompareExchange(ref _loaded, null, loaded);
        return true;
    }

    /// <summary>Gives the owner another memory, which must not be written any more.</summary>
    public void Load(PatternSlots memory) => Volatile.Write(ref _loaded, memory);

    /// <summary>Copies the memory, whole.</summary>
    public void Save(PatternSlots into)
    {
        SpinWait wait = default;
        while (true)
        {
            int before = Volatile.Read(ref _count);
            if (Volatile.Read(ref _loaded) is { } loaded)
            {
                into.CopyFrom(loaded);
                return;
            }

            into.CopyFrom(_owned);
            Interlocked.MemoryBarrier();
            if ((before & 1) == 0 && Volatile.Read(ref _count) == before)
            {
                return;
            }

            wait.SpinOnce(sleep1Threshold: -1);
        }
    }
}
