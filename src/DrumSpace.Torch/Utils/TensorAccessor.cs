namespace TorchSharp.Utils;

/// <summary>Reads a tensor's elements in row-major order.</summary>
/// <typeparam name="T">float for Float32, long for Int64.</typeparam>
public sealed class TensorAccessor<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor)
    {
        bool fits = tensor.dtype == torch.ScalarType.Int64
            ? typeof(T) == typeof(long)
            : tensor.dtype == torch.ScalarType.Float32 && typeof(T) == typeof(float);
        _tensor = fits ? tensor : throw new ArgumentException($"data<{typeof(T).Name}>: the tensor holds {tensor.dtype}");
    }

    /// <summary>Copies the elements.</summary>
    /// <returns>A new array.</returns>
    public T[] ToArray() =>
        (T[])(_tensor.dtype == torch.ScalarType.Int64 ? (Array)_tensor.IndexSpan.ToArray() : _tensor.Span.ToArray());
}
