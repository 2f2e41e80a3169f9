using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Torch.Tests;

/// <summary>The operations in place that an optimizer is made of.</summary>
public class InPlaceTests
{
    // More than a vector, and no multiple of one.
    private const int Count = 21;
    private static readonly Scalar Half = 0.5.ToScalar();

    [Fact]
    public void Each_changes_every_element_and_returns_its_tensor()
    {
        Check((x, _, _) => x.mul_(Half), (x, _, _) => x * 0.5f);
        Check((x, _, _) => x.add_(Values.Five, Half), (x, _, _) => x + 2.5f);
        Check((x, a, _) => x.add_(a, Half), (x, a, _) => x + a * 0.5f);
        Check((x, a, b) => x.addcmul_(a, b, Half), (x, a, b) => x + a * b * 0.5f);
        Check((x, a, b) => x.addcdiv_(a, b, Half), (x, a, b) => x + a * 0.5f / b);
    }

    private static void Check(Func<Tensor, Tensor, Tensor, Tensor> change, Func<float, float, float, float> expected)
    {
        Tensor[] operands = [.. Enumerable.Range(1, 3).Select(seed => Values.Random(seed, Count).add(Values.One, Values.One))];
        float[][] before = Array.ConvertAll(operands, tensor => tensor.data<float>().ToArray());
        Assert.Same(operands[0], change(operands[0], operands[1], operands[2]));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => expected(before[0][i], before[1][i], before[2][i])),
            operands[0].data<float>().ToArray());
        Assert.Equal(before[1], operands[1].data<float>().ToArray());
    }
}
