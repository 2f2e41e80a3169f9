using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IParameterChanges: the parameters that change in a block, to the plugin or from it.</summary>
/// <remarks>Audio thread; nothing here locks or allocates. A block has 4096 values at most.</remarks>
internal sealed unsafe class Vst3ChangeList : Vst3HostObject
{
    private static readonly nint Changes = Table(new Vst3ParameterChangesVtbl
    {
        Unknown = Unknown,
        GetParameterCount = &GetParameterCount,
        GetParameterData = &GetParameterData,
        AddParameterData = &AddParameterData,
    });

    private readonly Vst3ChangePool _pool = new();
    private readonly Dictionary<uint, Vst3ChangeQueue> _queues = [];
    private readonly List<Vst3ChangeQueue> _used;

    public Vst3ChangeList(IReadOnlyList<Vst3Parameter> parameters)
        : base((Vst3ParameterChanges.Id, Changes))
    {
        foreach (Vst3Parameter parameter in parameters)
        {
            _queues.TryAdd(parameter.Id, new Vst3ChangeQueue(parameter, _pool));
        }

        _used = new List<Vst3ChangeQueue>(_queues.Count);
    }

    public Vst3ParameterChanges* Pointer => (Vst3ParameterChanges*)Face;

    /// <summary>The parameters that change; some may have no value.</summary>
    public ReadOnlySpan<Vst3ChangeQueue> Used => CollectionsMarshal.AsSpan(_used);

    /// <summary>Adds a value; false if the block's are full.</summary>
    public bool Add(uint id, int frame, double value) => Use(id) is { } queue && queue.Add(frame, value) >= 0;

    public void Clear()
    {
        foreach (Vst3ChangeQueue queue in Used)
        {
            queue.Clear();
        }

        _used.Clear();
        _pool.Clear();
    }

    protected override void Free()
    {
        foreach (Vst3ChangeQueue queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetParameterCount(void* face) => Of<Vst3ChangeList>(face)._used.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3ParamValueQueue* GetParameterData(void* face, int index)
    {
        List<Vst3ChangeQueue> used = Of<Vst3ChangeList>(face)._used;
        return index >= 0 && index < used.Count ? (Vst3ParamValueQueue*)used[index].Face : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3ParamValueQueue* AddParameterData(void* face, uint* id, int* index)
    {
        Vst3ChangeList self = Of<Vst3ChangeList>(face);
        if (id == null || self.Use(*id) is not { } queue)
        {
            return null;
        }

        if (index != null)
        {
            *index = queue.Index;
        }

        return (Vst3ParamValueQueue*)queue.Face;
    }

    // A parameter that the plugin has not described changes nowhere.
    private Vst3ChangeQueue? Use(uint id)
    {
        if (!_queues.TryGetValue(id, out Vst3ChangeQueue? queue))
        {
            return null;
        }

        if (queue.Index < 0)
        {
            queue.Index = _used.Count;
            _used.Add(queue);
        }

        return queue;
    }
}
