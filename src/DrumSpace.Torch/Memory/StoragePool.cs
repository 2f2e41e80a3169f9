using System.Numerics;

namespace TorchSharp.Memory;

/// <summary>Pinned arrays by size, kept for the next tensor of that size. Each thread has its own pool, so there are no locks.</summary>
internal static class StoragePool
{
    private const int MinSize = 64;
    private const int MaxKeptOfEachSize = 64;
    private const long MaxKeptFloats = 256L << 20;

    [ThreadStatic]
    private static Dictionary<int, Stack<float[]>>? _free;

    [ThreadStatic]
    private static long _kept;

    public static float[] Rent(long length)
    {
        if (length > Array.MaxLength / 2)
        {
            throw new ArgumentException($"a tensor of {length} elements is too large");
        }

        int size = SizeFor((int)length);
        if (_free is not null && _free.TryGetValue(size, out Stack<float[]>? arrays) && arrays.TryPop(out float[]? array))
        {
            _kept -= size;
            return array;
        }

        return GC.AllocateUninitializedArray<float>(size, pinned: true);
    }

    public static void Return(float[] array)
    {
        _free ??= [];
        if (!_free.TryGetValue(array.Length, out Stack<float[]>? arrays))
        {
            _free[array.Length] = arrays = new Stack<float[]>();
        }

        if (arrays.Count < MaxKeptOfEachSize && _kept + array.Length <= MaxKeptFloats)
        {
            arrays.Push(array);
            _kept += array.Length;
        }
    }

    // Powers of two up to 4096, then steps of an eighth: few sizes, little waste.
    private static int SizeFor(int length)
    {
        if (length <= MinSize)
        {
            return MinSize;
        }

        uint power = BitOperations.RoundUpToPowerOf2((uint)length);
        uint step = power <= 4096 ? power : power / 8;
        return (int)(((uint)length + step - 1) / step * step);
    }
}
