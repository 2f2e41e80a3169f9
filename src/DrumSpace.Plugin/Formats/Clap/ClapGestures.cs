using DrumSpace.Editor.Windows;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The gestures of the window on their way to the host, which takes parameter events with a block or a flush alone.</summary>
/// <remarks>
/// Two threads: <see cref="Begin"/>, <see cref="Set"/> and <see cref="End"/> the main thread; <see cref="Send"/> that of process or flush.
/// No allocation, no lock, no wait. Bounded: where the host fetches nothing, values are dropped first, then whole gestures; each gesture
/// that begins ends. What was dropped reaches the host by the mirror.
/// </remarks>
internal sealed class ClapGestures(HostParameterMirror mirror)
{
    /// <summary>The edits that wait at most: a power of two, because the counts wrap.</summary>
    public const int Capacity = 1024;

    private readonly Edit[] _edits = new Edit[Capacity];
    private readonly bool[] _isOpen = new bool[Parameters.ParameterTable.Count];
    private int _openCount;
    private int _written;
    private int _read;

    private readonly record struct Edit(HostEditKind Kind, int Index, float Value);

    // Room for the end of each open gesture is never given away.
    private int Free => Capacity - (_written - Volatile.Read(ref _read)) - _openCount;

    /// <summary>A hand takes a parameter.</summary>
    public void Begin(int index)
    {
        if (Free >= 2)
        {
            _isOpen[index] = true;
            _openCount++;
            Write(new Edit(HostEditKind.Begin, index, 0));
        }
    }

    /// <summary>The hand moves it.</summary>
    public void Set(int index, float value)
    {
        if (_isOpen[index] && Free >= 1)
        {
            Write(new Edit(HostEditKind.Set, index, value));
        }
    }

    /// <summary>The hand lets it go.</summary>
    public void End(int index)
    {
        if (!_isOpen[index])
        {
            mirror.Release(index);
            return;
        }

        _isOpen[index] = false;
        _openCount--;
        Write(new Edit(HostEditKind.End, index, 0));
    }

    /// <summary>Sends what waits at the block's last frame; what the host does not accept waits for the next.</summary>
    public void Send(ClapOutput output)
    {
        int written = Volatile.Read(ref _written);
        while (_read != written && TrySend(_edits[_read & (Capacity - 1)], output))
        {
            Volatile.Write(ref _read, _read + 1);
        }
    }

    private bool TrySend(in Edit edit, ClapOutput output)
    {
        switch (edit.Kind)
        {
            case HostEditKind.Begin:
                return output.AddGesture(begins: true, (uint)edit.Index);
            case HostEditKind.Set:
                bool isAccepted = output.AddParameter((uint)edit.Index, PlainValue.Of(edit.Index, edit.Value), isByHand: true);
                if (isAccepted)
                {
                    mirror.Confirm(edit.Index, edit.Value);
                }

                return isAccepted;
            default:
                bool isEnded = output.AddGesture(begins: false, (uint)edit.Index);
                if (isEnded)
                {
                    mirror.Release(edit.Index);
                }

                return isEnded;
        }
    }

    private void Write(in Edit edit)
    {
        _edits[_written & (Capacity - 1)] = edit;
        Volatile.Write(ref _written, _written + 1);
    }
}
