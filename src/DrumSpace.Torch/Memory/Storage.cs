using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Memory;

/// <summary>
/// Reference-counted memory of one or more tensors. Floats are in pinned arrays, which return to a pool with the last reference; indices
/// are in ordinary arrays. Memory that is never released (a graph that was recorded and dropped) is left to the garbage collector.
/// </summary>
internal sealed unsafe class Storage
{
    private int _references = 1;

    private Storage(float[] floats, long[]? indices)
    {
        Floats = floats;
        Indices = indices;
        Pointer = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(floats));
    }

    /// <summary>The numbers; at least as long as the tensor. Empty for indices.</summary>
    public float[] Floats { get; private set; }

    /// <summary>The indices of an Int64 tensor, else null.</summary>
    public long[]? Indices { get; }

    /// <summary>First number; valid while <see cref="Floats"/> is.</summary>
    public float* Pointer { get; }

    /// <summary>Grows with every change in place, so that backward() can tell that a saved value was overwritten.</summary>
    public int Version { get; set; }

    /// <summary>Takes floats of unspecified content from the pool.</summary>
    public static Storage Rent(long length) => new(StoragePool.Rent(length), null);

    public static Storage Of(long[] indices) => new([], indices);

    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0 && Floats.Length > 0)
        {
            StoragePool.Return(Floats);
            Floats = [];
        }
    }
}
