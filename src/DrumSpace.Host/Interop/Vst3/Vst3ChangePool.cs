namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The points of a block's parameter changes, of all parameters together. Audio thread; nothing here locks or allocates.</summary>
internal sealed class Vst3ChangePool
{
    private const int Capacity = 4096;

    private readonly Vst3ChangePoint[] _points = new Vst3ChangePoint[Capacity];
    private int _count;

    /// <summary>A point by its number.</summary>
    public ref Vst3ChangePoint this[int point] => ref _points[point];

    /// <summary>Takes a point; its number, or -1 if none is left.</summary>
    public int Take() => _count < Capacity ? _count++ : -1;

    /// <summary>Gives all points back.</summary>
    public void Clear() => _count = 0;
}
