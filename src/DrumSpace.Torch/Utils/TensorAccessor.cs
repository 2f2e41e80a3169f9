using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads a tensor's elements in row-major order.</summary>
/// <typeparam name="T">float for Float32, long for Int64, bool for Bool.</typeparam>
public sealed class TensorAccessor<T> : IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor)
    {
        torch.ScalarType type = typeof(T) == typeof(float) ? torch.ScalarType.Float32
            : typeof(T) == typeof(long) ? torch.ScalarType.Int64
            : typeof(T) == typeof(bool) ? torch.ScalarType.Bool
            : throw new ArgumentException($"data<{typeof(T).Name}>: no tensor holds this type");
        if (type != tensor.dtype)
        {
            throw new ArgumentException($"data<{typeof(T).Name}>: the tensor holds {tensor.dtype}");
        }

        _tensor = tensor;
    }

    /// <summary>Gets the number of elements.</summary>
    public long Count => _tensor.numel();

    /// <summary>Copies the elements.</summary>
    /// <returns>A new array.</returns>
    public T[] ToArray()
    {
        if (typeof(T) == typeof(long))
        {
            return (T[])(object)_tensor.IndexSpan.ToArray();
        }

        return typeof(T) == typeof(float)
            ? (T[])(object)_tensor.Span.ToArray()
            : (T[])(object)Array.ConvertAll(_tensor.Span.ToArray(), static x => x != 0);
    }

    /// <summary>Copies the elements.</summary>
    /// <param name="array">Destination.</param>
    /// <param name="arrayIndex">Where in it the first element goes.</param>
    public void CopyTo(T[] array, int arrayIndex = 0) => ToArray().CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
