using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IParamValueQueue: the values of one parameter in a block, by frame. Audio thread; nothing here locks or allocates.</summary>
internal sealed unsafe class Vst3ChangeQueue : Vst3HostObject
{
    private const int None = -1;

    private static readonly nint Queue = Table(new Vst3ParamValueQueueVtbl
    {
        Unknown = Unknown,
        GetParameterId = &GetParameterId,
        GetPointCount = &GetPointCount,
        GetPoint = &GetPoint,
        AddPoint = &AddPoint,
    });

    private readonly Vst3ChangePool _pool;
    private int _first = None;
    private int _last = None;

    // Where the last question was answered, because plugins ask for one point after the other.
    private int _readIndex;
    private int _readPoint = None;

    public Vst3ChangeQueue(Vst3Parameter parameter, Vst3ChangePool pool)
        : base((Vst3ParamValueQueue.Id, Queue))
    {
        Parameter = parameter;
        _pool = pool;
    }

    public Vst3Parameter Parameter { get; }

    /// <summary>The index in the block's list; -1 if it is not there.</summary>
    public int Index { get; set; } = None;

    public int Count { get; private set; }

    /// <summary>The last value; only if there is one.</summary>
    public double LastValue => _pool[_last].Value;

    /// <summary>Adds a value, after those of earlier frames and in place of one of the same frame.</summary>
    /// <returns>Its index; -1 if the block's points are full.</returns>
    public int Add(int frame, double value)
    {
        int index = Count;
        int before = _last;
        if (before != None && _pool[before].Frame >= frame)
        {
            index = 0;
            before = None;
            for (int next = _first; _pool[next].Frame < frame; next = _pool[next].Next)
            {
                before = next;
                index++;
            }
        }

        int after = before == None ? _first : _pool[before].Next;
        if (after != None && _pool[after].Frame == frame)
        {
            _pool[after].Value = value;
            return index;
        }

        int point = _pool.Take();
        if (point == None)
        {
            return None;
        }

        _pool[point] = new Vst3ChangePoint { Frame = frame, Value = value, Next = after };
        if (before == None)
        {
            _first = point;
        }
        else
        {
            _pool[before].Next = point;
        }

        _last = after == None ? point : _last;
        _readPoint = None;
        Count++;
        return index;
    }

    public void Clear()
    {
        _first = _last = _readPoint = Index = None;
        Count = 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetParameterId(void* face) => Of<Vst3ChangeQueue>(face).Parameter.Id;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetPointCount(void* face) => Of<Vst3ChangeQueue>(face).Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetPoint(void* face, int index, int* frame, double* value)
    {
        Vst3ChangeQueue self = Of<Vst3ChangeQueue>(face);
        if (index < 0 || index >= self.Count || frame == null || value == null)
        {
            return Vst3Result.InvalidArgument;
        }

        ref Vst3ChangePoint point = ref self._pool[self.PointAt(index)];
        *frame = point.Frame;
        *value = point.Value;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AddPoint(void* face, int frame, double value, int* index)
    {
        int added = Of<Vst3ChangeQueue>(face).Add(frame, value);
        if (index != null)
        {
            *index = added;
        }

        return added == None ? Vst3Result.OutOfMemory : Vst3Result.Ok;
    }

    private int PointAt(int index)
    {
        if (_readPoint == None || index < _readIndex)
        {
            _readIndex = 0;
            _readPoint = _first;
        }

        for (; _readIndex < index; _readIndex++)
        {
            _readPoint = _pool[_readPoint].Next;
        }

        return _readPoint;
    }
}
