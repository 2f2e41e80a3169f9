using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Torch.Tests;

/// <summary>Numbers and tensors for tests.</summary>
internal static class Values
{
    public static readonly Scalar One = 1.0.ToScalar();
    public static readonly Scalar Two = 2.0.ToScalar();
    public static readonly Scalar Five = 5.0.ToScalar();

    /// <summary>A row of one value.</summary>
    public static Tensor Full(int count, float value) => tensor([.. Enumerable.Repeat(value, count)], [count]);

    /// <summary>Numbers uniform from 0 to 1.</summary>
    public static Tensor Random(int seed, params long[] shape) => Random(seed, 0, 1, shape);

    /// <summary>Draws the parameters of a module uniformly from ±1/sqrt(the size of the last dimension).</summary>
    public static void Draw(nn.Module module, int seed)
    {
        using IDisposable guard = no_grad();
        foreach (Parameter parameter in module.parameters())
        {
            float bound = 1 / MathF.Sqrt(parameter.shape[^1]);
            parameter.copy_(Random(seed++, -bound, bound, parameter.shape));
        }
    }

    /// <summary>The indices 0 .. count - 1.</summary>
    public static Tensor Indices(int count) => tensor([.. Enumerable.Range(0, count).Select(static i => (long)i)], [count]);

    private static Tensor Random(int seed, float from, float to, long[] shape)
    {
        Random random = new(seed);
        float[] numbers = new float[shape.Aggregate(1L, static (count, size) => count * size)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = from + (to - from) * random.NextSingle();
        }

        return tensor(numbers, shape);
    }
}
