using DrumSpace.Engine.Memory;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A host whose decoder makes, of the first knob at v / 13, a beat that hits voice v on every step, so that what is heard tells the point
/// that plays. Slot n holds voice n, and the knobs stand at voice 0. The decoder answers at once or some blocks late.
/// </summary>
internal sealed class SlotHost
{
    private readonly Queue<(long Block, Knobs Knobs)> _late = new();
    private Knobs _last;
    private bool _hasLast;
    private long _block;

    public SlotHost(int filled = 8, int blocksLate = 0)
    {
        PatternSlots memory = new();
        for (int slot = 0; slot < filled; slot++)
        {
            memory.Slots[slot].IsFilled = true;
            memory.Slots[slot].Knobs = PointOf(slot + 1);
            memory.Slots[slot].Seed = slot;
        }

        Host.OnRequest = knobs => Answer(knobs, blocksLate);
        Host.BeforeBlock = BeforeBlock;
        Host.Engine.LoadMemory(memory);
        Host.Engine.AdoptMemory();
        Host.Engine.Knobs = PointOf(0);
    }

    public SimulatedHost Host { get; } = new();

    /// <summary>Every point that was asked for, with the frame of the block.</summary>
    public List<(long Frame, Knobs Point)> Asked { get; } = [];

    public PlaybackEngine Engine => Host.Engine;

    public static Knobs PointOf(int voice) => new(voice / 13f, 0, 0.5f, 1);

    /// <summary>The voices heard in each 16th since the start, for a host that plays at 120 BPM and 48 kHz from a step.</summary>
    public int[] Heard() => [.. Host.Events.Where(e => e.Event.Status == 0x99).Select(e => Kit.Notes.IndexOf(e.Event.Data1))];

    private void BeforeBlock()
    {
        _block++;
        while (_late.TryPeek(out var first) && first.Block <= _block)
        {
            Publish(_late.Dequeue().Knobs);
        }
    }

    private bool Answer(Knobs knobs, int blocksLate)
    {
        Asked.Add((Host.Now, knobs));
        if (_hasLast && ((ReadOnlySpan<float>)knobs).SequenceEqual(_last))
        {
            return false;
        }

        (_last, _hasLast) = (knobs, true);
        if (blocksLate == 0)
        {
            Publish(knobs);
        }
        else
        {
            _late.Enqueue((_block + blocksLate, knobs));
        }

        return true;
    }

    private void Publish(Knobs knobs) =>
        Host.Publish(new Pattern(Enumerable.Repeat((ushort)(1 << (int)MathF.Round(knobs[0] * 13)), 32).ToArray()));
}
