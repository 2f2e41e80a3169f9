using System.Collections.Concurrent;

namespace DrumSpace.Editor.Windows;

/// <summary>
/// What a window's thread has for the host: the gestures of a hand on parameters, other sizes, and whatever else belongs to the host's
/// thread, in order. The host's thread drains it where the format lets it: VST2's idle, CLAP's timer, VST3's run loop.
/// </summary>
/// <remarks>
/// <see cref="Add"/> and <see cref="Post"/>: the window's thread alone. <see cref="Drain"/>: the host's. Neither side waits. The ring is
/// bounded: when it is full, values are dropped, of which a later one follows, and gestures and calls wait in a list behind it.
/// </remarks>
public sealed class EditQueue
{
    // A power of two: the counts wrap.
    private const int Capacity = 1024;

    private readonly HostEdit[] _edits = new HostEdit[Capacity];
    private readonly ConcurrentQueue<HostEdit> _late = new();
    private int _written;
    private int _read;

    /// <summary>Adds an edit. Allocates only when the host does not drain the queue.</summary>
    public void Add(in HostEdit edit)
    {
        // While something waits behind the ring, nothing goes into it: the order stays.
        if ((!_late.IsEmpty || !TryWrite(edit)) && edit.Kind != HostEditKind.Set)
        {
            _late.Enqueue(edit);
        }
    }

    /// <summary>Has the host's thread do something.</summary>
    public void Post(Action action) => Add(new HostEdit(HostEditKind.Call, 0, 0, action));

    /// <summary>Gives the host what waits. The host's thread, which may drain again from inside of a call that it gets here.</summary>
    public void Drain(IEditorHost host)
    {
        // Counted first: whatever is in the ring after that is older than these.
        int late = _late.Count;
        int written = Volatile.Read(ref _written);
        while (written - _read > 0)
        {
            ref HostEdit slot = ref _edits[_read & (Capacity - 1)];
            HostEdit edit = slot;
            slot = default;
            Volatile.Write(ref _read, _read + 1);
            Give(edit, host);
        }

        for (; late > 0 && _late.TryDequeue(out HostEdit edit); late--)
        {
            Give(edit, host);
        }
    }

    private static void Give(in HostEdit edit, IEditorHost host)
    {
        switch (edit.Kind)
        {
            case HostEditKind.Begin:
                host.BeginEdit(edit.Index);
                break;
            case HostEditKind.Set:
                host.Edit(edit.Index, edit.Value);
                break;
            case HostEditKind.End:
                host.EndEdit(edit.Index);
                break;
            case HostEditKind.Call:
                edit.Action?.Invoke();
                break;
        }
    }

    private bool TryWrite(in HostEdit edit)
    {
        if (_written - Volatile.Read(ref _read) == Capacity)
        {
            return false;
        }

        _edits[_written & (Capacity - 1)] = edit;
        Volatile.Write(ref _written, _written + 1);
        return true;
    }
}
