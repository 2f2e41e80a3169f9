namespace DrumSpace.RealTime;

/// <summary>
/// Shares data that one thread owns with readers that copy it whole: a sequence lock, as the Linux kernel's. The count is odd while the
/// owner writes; a reader that saw it odd, or saw it change, copies again.
/// </summary>
/// <typeparam name="T">Made once and written over.</typeparam>
/// <remarks>
/// <see cref="Owned"/>, <see cref="BeginWrite"/> and <see cref="EndWrite"/>: the owner, which may be the audio thread; wait-free, no
/// allocation. <see cref="Read"/>: any thread but the audio thread; it repeats while a write is under way.
/// </remarks>
public sealed class SeqLock<T>
    where T : class
{
    private readonly Action<T, T> _copy;
    private int _count;

    /// <summary>Makes a lock over data.</summary>
    /// <param name="owned">The data, from now on the owner's.</param>
    /// <param name="copy">
    /// Copies its first argument over its second. It must return for half-written data too: what it copies then is discarded.
    /// </param>
    public SeqLock(T owned, Action<T, T> copy)
    {
        Owned = owned;
        _copy = copy;
    }

    /// <summary>The data, for its owner to read; written between <see cref="BeginWrite"/> and <see cref="EndWrite"/> only.</summary>
    public T Owned { get; }

    /// <summary>Begins to write. A full barrier: nothing of the data is stored before it.</summary>
    public void BeginWrite() => Interlocked.Increment(ref _count);

    /// <summary>Ends writing. A full barrier: everything is stored before it.</summary>
    public void EndWrite() => Interlocked.Increment(ref _count);

    /// <summary>Copies the data as it was between two writes.</summary>
    /// <param name="into">Written over, possibly more than once.</param>
    public void Read(T into)
    {
        SpinWait wait = default;
        while (true)
        {
            int before = Volatile.Read(ref _count);
            _copy(Owned, into);
            Interlocked.MemoryBarrier();
            if ((before & 1) == 0 && Volatile.Read(ref _count) == before)
            {
                return;
            }

            wait.SpinOnce(sleep1Threshold: -1);
        }
    }
}
