using System.Numerics;
using System.Runtime.InteropServices;

namespace DrumSpace.Engine.Sound;

internal sealed partial class KitPlayer
{
    private void Mix(Span<float> left, Span<float> right)
    {
        if (left.IsEmpty)
        {
            return;
        }

        for (uint rest = _sounding; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            ref Slot slot = ref _slots[index];
            int frames = Math.Min(left.Length, slot.Table.Length - slot.Position);
            ReadOnlySpan<float> table = slot.Table.AsSpan(slot.Position, frames);
            if (slot.FadeStep > 0)
            {
                MixFading(ref slot, table, left, right);
            }
            else
            {
                MixSteady(slot, table, left, right);
            }

            slot.Position += frames;
            if (slot.Position == slot.Table.Length || slot.Gain <= 0)
            {
                _sounding &= ~(1u << index);
            }
        }
    }

    private static void MixSteady(in Slot slot, ReadOnlySpan<float> table, Span<float> left, Span<float> right)
    {
        float leftGain = slot.Gain * (1 - slot.Pan);
        float rightGain = slot.Gain * slot.Pan;
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(table);
        Span<Vector<float>> wideLeft = MemoryMarshal.Cast<float, Vector<float>>(left[..table.Length]);
        Span<Vector<float>> wideRight = MemoryMarshal.Cast<float, Vector<float>>(right[..table.Length]);
        for (int i = 0; i < wide.Length && i < wideLeft.Length && i < wideRight.Length; i++)
        {
            wideLeft[i] += wide[i] * leftGain;
            wideRight[i] += wide[i] * rightGain;
        }

        for (int i = wide.Length * Vector<float>.Count; i < table.Length; i++)
        {
            left[i] += table[i] * leftGain;
            right[i] += table[i] * rightGain;
        }
    }

    private static void MixFading(ref Slot slot, ReadOnlySpan<float> table, Span<float> left, Span<float> right)
    {
        float gain = slot.Gain;
        for (int i = 0; i < table.Length && gain > 0; i++)
        {
            left[i] += table[i] * gain * (1 - slot.Pan);
            right[i] += table[i] * gain * slot.Pan;
            gain -= slot.FadeStep;
        }

        slot.Gain = MathF.Max(gain, 0);
    }

    private void Level(Span<float> left, Span<float> right, float level)
    {
        int i = 0;
        for (; i < left.Length && _level != level; i++)
        {
            _level = _level < level ? MathF.Min(_level + _levelStep, level) : MathF.Max(_level - _levelStep, level);
            left[i] *= _level;
            right[i] *= _level;
        }

        Scale(left[i..], level);
        Scale(right[i..], level);
    }

    private static void Scale(Span<float> samples, float level)
    {
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(samples);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] *= level;
        }

        for (int i = wide.Length * Vector<float>.Count; i < samples.Length; i++)
        {
            samples[i] *= level;
        }
    }
}
