using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The values that parameters get in a block, of all parameters together in order of time.</summary>
/// <remarks>Audio thread. Does not allocate, lock or wait. Bounded: of too many values a parameter's earlier ones are dropped.</remarks>
internal sealed unsafe class Vst3Changes(ErrorCounters errors)
{
    /// <summary>The values that a block can have.</summary>
    public const int Capacity = 4096;

    private readonly Change[] _changes = new Change[Capacity];
    private int _count;
    private int _next;

    /// <summary>Reads the host's values.</summary>
    /// <param name="changes">They may be null.</param>
    /// <param name="frames">The block's length: values behind it count from the next block's start.</param>
    public void Read(Vst3ParameterChanges* changes, int frames)
    {
        _count = 0;
        _next = 0;
        int count = changes == null ? 0 : changes->Vtbl->GetParameterCount(changes);
        for (int number = 0; number < count; number++)
        {
            Vst3ParamValueQueue* queue = changes->Vtbl->GetParameterData(changes, number);
            if (queue != null)
            {
                Read(queue, frames);
            }
        }
    }

    /// <summary>Takes the next value, if it is due.</summary>
    /// <param name="frame">The frame until which values are due.</param>
    /// <param name="change">The value.</param>
    /// <returns>False when none is due.</returns>
    public bool TryTake(int frame, out Change change)
    {
        bool isDue = _next < _count && _changes[_next].Frame <= frame;
        change = isDue ? _changes[_next++] : default;
        return isDue;
    }

    private void Read(Vst3ParamValueQueue* queue, int frames)
    {
        uint id = queue->Vtbl->GetParameterId(queue);
        int count = queue->Vtbl->GetPointCount(queue);
        int skipped = Math.Max(0, count - (Capacity - _count));
        if (skipped > 0)
        {
            errors.Count(Error.InputOverflow);
        }

        for (int number = skipped; number < count; number++)
        {
            int frame;
            double value;
            if (queue->Vtbl->GetPoint(queue, number, &frame, &value) == Vst3Result.Ok && !double.IsNaN(value))
            {
                Insert(new Change(Math.Clamp(frame, 0, frames), id, Math.Clamp(value, 0, 1)));
            }
        }
    }

    // Behind those of the same frame: hosts list controllers in the order in which they came.
    private void Insert(in Change change)
    {
        int place = _count++;
        while (place > 0 && _changes[place - 1].Frame > change.Frame)
        {
            _changes[place] = _changes[place - 1];
            place--;
        }

        _changes[place] = change;
    }

    /// <summary>A value.</summary>
    /// <param name="Frame">The frame from which it counts.</param>
    /// <param name="Id">The parameter.</param>
    /// <param name="Value">0 to 1.</param>
    internal readonly record struct Change(int Frame, uint Id, double Value);
}
