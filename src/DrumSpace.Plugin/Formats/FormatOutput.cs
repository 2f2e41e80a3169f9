using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// Pushes a block's events to a host that may refuse them. The end of a note or pedal that the host does not accept is sent again with the
/// next block, because a lost one would let its note hang.
/// </summary>
/// <remarks>The thread of process or flush. Does not allocate, lock or wait.</remarks>
internal abstract class FormatOutput(ErrorCounters errors) : MidiSink
{
    private readonly ThruNotes _refused = new();

    /// <summary>The first frame of the current slice.</summary>
    public int SliceStart { get; set; }

    /// <summary>The block's last frame.</summary>
    protected int LastFrame { get; private set; }

    /// <summary>Sends the note-offs that the host did not accept in the previous block.</summary>
    public void ResendNoteOffs()
    {
        if (_refused.Any)
        {
            _refused.ReleaseAll(0, this);
        }
    }

    /// <inheritdoc/>
    public override void Add(in MidiEvent midi)
    {
        if (!Push(midi, Math.Min(SliceStart + midi.Frame, LastFrame)))
        {
            CountRefusal();
            _refused.KeepRelease(midi);
        }
    }

    /// <summary>Begins a block, or a flush of no frames.</summary>
    protected void Begin(int frames)
    {
        LastFrame = Math.Max(frames - 1, 0);
        SliceStart = 0;
    }

    /// <summary>Counts an event that the host did not accept.</summary>
    protected void CountRefusal() => errors.Count(Error.EventOverflow);

    /// <summary>Pushes a message.</summary>
    /// <param name="midi">The message; its own frame does not count.</param>
    /// <param name="frame">The frame in the block.</param>
    /// <returns>Whether the host accepted it.</returns>
    protected abstract bool Push(in MidiEvent midi, int frame);
}
