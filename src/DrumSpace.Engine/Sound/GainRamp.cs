using System.Numerics.Tensors;

namespace DrumSpace.Engine.Sound;

/// <summary>A gain that moves to its target linearly, within 20 ms from 0 to 1, so that a change does not click.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct GainRamp
{
    private const double Seconds = 0.02;
    private float _step;

    /// <summary>The gain of the last frame, linear; setting it jumps.</summary>
    public float Value { get; set; }

    /// <summary>Sets the sample rate, in frames a second.</summary>
    public void Prepare(double sampleRate) => _step = (float)(1 / (Seconds * sampleRate));

    /// <summary>The gain of the next frame.</summary>
    public float Next(float target) => Value = Value < target ? MathF.Min(Value + _step, target) : MathF.Max(Value - _step, target);

    /// <summary>Applies the gain to a block of two channels of equal length.</summary>
    public void Apply(Span<float> left, Span<float> right, float target)
    {
        int i = 0;
        for (; i < left.Length && Value != target; i++)
        {
            float gain = Next(target);
            left[i] *= gain;
            right[i] *= gain;
        }

        TensorPrimitives.Multiply(left[i..], target, left[i..]);
        TensorPrimitives.Multiply(right[i..], target, right[i..]);
    }
}
