namespace TorchSharp.Tensors;

/// <summary>Picks between two tensors by a mask.</summary>
internal static unsafe class Selection
{
    public static torch.Tensor Where(torch.Tensor condition, torch.Tensor x, torch.Tensor y)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        long[] sizes = Shapes.Broadcast("where", Shapes.Broadcast("where", condition.Sizes, x.Sizes), y.Sizes);
        torch.Tensor mask = Whole(condition, sizes), first = Whole(x, sizes), second = Whole(y, sizes);
        torch.Tensor result = torch.Tensor.Empty(sizes);
        float* m = mask.Pointer, a = first.Pointer, b = second.Pointer, to = result.Pointer;
        int length = result.Length;
        for (int i = 0; i < length; i++)
        {
            to[i] = m[i] != 0 ? a[i] : b[i];
        }

        return result.Record("where", [first, second], [mask.Storage], node =>
        {
            for (int side = 0; side < 2; side++)
            {
                if (node.Inputs[side] is not { } input)
                {
                    continue;
                }

                float* gradient = node.Gradient, d = input.Take(out bool add);
                for (int i = 0; i < length; i++)
                {
                    float share = (m[i] != 0) == (side == 0) ? gradient[i] : 0;
                    d[i] = add ? d[i] + share : share;
                }
            }
        });
    }

    private static torch.Tensor Whole(torch.Tensor tensor, long[] sizes) => Shapes.Same(tensor.Sizes, sizes) ? tensor : tensor.expand(sizes);
}
