using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>
/// Sets and clears single hits: the voice is pinned to its row as it plays with the one cell changed, as one change of the history. Any
/// thread but the audio thread; locks.
/// </summary>
internal sealed class SetHitCommand(ParameterStore parameters, PlaybackEngine engine, HistoryCommand history, RowPins pins)
{
    // In the logit.
    private const double Rounding = 0.01;

    private readonly Lock _setting = new();
    private readonly PatternSlots _slots = new();
    private readonly PlayablePattern _playing = new();

    /// <summary>Sets or clears a hit.</summary>
    /// <param name="voice">The voice.</param>
    /// <param name="step">0 to 31.</param>
    /// <param name="isHit">Whether it is to be a hit.</param>
    /// <returns>Whether that changed the row; if not, nothing is pinned.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Another voice or step.</exception>
    public bool Set(Voice voice, int step, bool isHit)
    {
        int row = (int)voice;
        ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(voice));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Pattern.VoiceCount, nameof(voice));
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Pattern.StepCount);
        lock (_setting)
        {
            PinnedRows before = RowOf(row);
            if (IsSettled(before, row, step, isHit))
            {
                return false;
            }

            history.Settle();
            pins.Pin(Changed(before, row, step, isHit));
            history.Settle();
            return true;
        }
    }

    // What is pinned may not play yet: the next hit must not lose the one before.
    private PinnedRows RowOf(int voice)
    {
        engine.SaveSlots(_slots);
        if (parameters.Get(ParameterTable.Lock[voice]) && (_slots.Pins.Voices >> voice & 1) != 0)
        {
            return _slots.Pins;
        }

        PinnedRows row = new();
        engine.ReadPlaying(_playing);
        row.Pin(1 << voice, _playing);
        return row;
    }

    // Whether every density plays the cell so already.
    private static bool IsSettled(PinnedRows rows, int voice, int step, bool isHit)
    {
        float probability = rows.Probabilities[step * Pattern.VoiceCount + voice];
        bool wasHit = (rows.HitsOf(voice) >> step & 1) != 0;
        return wasHit == isHit && (isHit ? probability >= CertainAbove(rows.Thresholds[voice]) : probability == 0);
    }

    // The probability whose odds reach the threshold's at density 0, with room for rounding.
    private static float CertainAbove(float threshold)
    {
        double odds = threshold / (1 - threshold) * Math.Exp(HitThreshold.DensityReach + Rounding);
        return (float)(odds / (1 + odds));
    }

    private static PinnedRows Changed(PinnedRows before, int voice, int step, bool isHit)
    {
        Span<float> probabilities = stackalloc float[Pattern.StepCount];
        Span<float> velocities = stackalloc float[Pattern.StepCount];
        Span<float> offsets = stackalloc float[Pattern.StepCount];
        for (int at = 0; at < Pattern.StepCount; at++)
        {
            int cell = at * Pattern.VoiceCount + voice;
            probabilities[at] = before.Probabilities[cell];
            velocities[at] = before.Velocities[cell];
            offsets[at] = before.Offsets[cell];
        }

        // What a hand set plays at every density; what it cleared, at none and in no fill.
        float threshold = before.Thresholds[voice];
        probabilities[step] = isHit ? Math.Max(probabilities[step], CertainAbove(threshold)) : 0;
        uint hits = before.HitsOf(voice);
        PinnedRows changed = new();
        changed.Pin(voice, threshold, isHit ? hits | 1u << step : hits & ~(1u << step), probabilities);
        if ((before.GrooveVoices >> voice & 1) != 0)
        {
            changed.SetGroove(voice, velocities, offsets);
        }

        return changed;
    }
}
