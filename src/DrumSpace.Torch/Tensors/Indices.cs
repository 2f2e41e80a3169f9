namespace TorchSharp.Tensors;

/// <summary>Checks of index tensors.</summary>
internal static class Indices
{
    /// <summary>A copy of the indices, all found to be in 0..size-1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not.</exception>
    public static long[] Checked(string operation, torch.Tensor index, long size)
    {
        ArgumentNullException.ThrowIfNull(index);
        long[] indices = index.IndexSpan.ToArray();
        foreach (long i in indices)
        {
            if (i < 0 || i >= size)
            {
                throw new ArgumentOutOfRangeException(nameof(index), $"{operation}: index {i} is outside of 0..{size - 1}");
            }
        }

        return indices;
    }
}
