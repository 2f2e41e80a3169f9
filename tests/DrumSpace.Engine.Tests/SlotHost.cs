using DrumSpace.Engine.Slots;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A host whose model decodes the first knob at v / 13 to a pattern that hits voice v on every step, so that what is heard tells the point
/// that plays. Slot n holds voice n, and the knobs stand at voice 0. The source answers at once or some blocks late.
/// </summary>
internal sealed class SlotHost
{
    public SlotHost(int filled = 8, int blocksLate = 0)
    {
        PatternSlots memory = new();
        for (int slot = 0; slot < filled; slot++)
        {
            memory.Slots[slot].IsFilled = true;
            memory.Slots[slot].Knobs = PointOf(slot + 1);
            memory.Slots[slot].Seed = slot;
        }

        Host.Source.BlocksLate = blocksLate;
        Host.Source.OnRequest = request => Requested.Add((Host.Now, request.Knobs));
        Host.Source.Decode = static (request, model) =>
            model.Decoded.Pattern = new Pattern(Enumerable.Repeat((ushort)(1 << (int)MathF.Round(request.Knobs[0] * 13)), 32).ToArray());
        Host.Engine.LoadSlots(memory);
        Host.Engine.AdoptLoaded();
        Set(s => s with { Knobs = PointOf(0) });
    }

    public SimulatedHost Host { get; } = new();

    /// <summary>Every point that was requested, with the frame of the block.</summary>
    public List<(long Frame, Knobs Point)> Requested { get; } = [];

    public PlaybackEngine Engine => Host.Engine;

    public static Knobs PointOf(int voice) => new(voice / 13f, 0, 0.5f, 1);

    /// <summary>The voices heard in each 16th since the start, for a host that plays at 120 BPM and 48 kHz from a step.</summary>
    public int[] Played() => [.. Host.Events.Where(e => e.Event.Status == 0x99).Select(e => Kit.Notes.IndexOf(e.Event.Data1))];

    public void Set(Func<EngineSettings, EngineSettings> change) => Host.Set(change);
}
