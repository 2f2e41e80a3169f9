using System.Numerics.Tensors;

namespace DrumSpace.Engine.Sound;

/// <summary>Plays a one-shot sample once: mixes it into two channels, and fades it out on request.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
/// <param name="samples">The sample.</param>
/// <param name="gain">Its gain, linear and above 0, before panning.</param>
/// <param name="pan">0 left to 1 right: the shares of the two channels add up to 1.</param>
internal struct SamplePlayer(float[] samples, float gain, float pan)
{
    private int _position;
    private float _gain = gain;
    private float _fadeStep;

    /// <summary>Fades out by a part of the present gain a frame; a faster fade that runs goes on.</summary>
    public void Fade(float perFrame) => _fadeStep = MathF.Max(_fadeStep, perFrame * _gain);

    /// <summary>Adds the next frames to a block of two channels of equal length.</summary>
    /// <returns>False when the sample has ended.</returns>
    public bool Mix(Span<float> left, Span<float> right)
    {
        ReadOnlySpan<float> source = samples.AsSpan(_position, Math.Min(left.Length, samples.Length - _position));
        _position += source.Length;
        if (_fadeStep > 0)
        {
            MixFading(source, left, right);
        }
        else
        {
            TensorPrimitives.MultiplyAdd(source, _gain * (1 - pan), left[..source.Length], left);
            TensorPrimitives.MultiplyAdd(source, _gain * pan, right[..source.Length], right);
        }

        return _position < samples.Length && _gain > 0;
    }

    private void MixFading(ReadOnlySpan<float> source, Span<float> left, Span<float> right)
    {
        float gain = _gain;
        for (int i = 0; i < source.Length && gain > 0; i++)
        {
            left[i] += source[i] * gain * (1 - pan);
            right[i] += source[i] * gain * pan;
            gain -= _fadeStep;
        }

        _gain = MathF.Max(gain, 0);
    }
}
