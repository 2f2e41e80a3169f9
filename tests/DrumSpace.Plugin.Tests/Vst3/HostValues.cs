using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>A host's lists of parameter values.</summary>
internal sealed unsafe class HostValues() : Vst3Object((Vst3ParameterChanges.Id, (nint)Table))
{
    private static readonly Vst3ParameterChangesVtbl* Table = HostMemory.Keep(new Vst3ParameterChangesVtbl
    {
        Unknown = Unknown,
        GetParameterCount = &Count,
        GetParameterData = &Get,
        AddParameterData = &Add,
    });

    private readonly List<HostValueQueue> _queues = [];

    public Vst3ParameterChanges* Pointer => (Vst3ParameterChanges*)First;

    /// <summary>How many parameters it refuses first.</summary>
    public int Refusals { get; set; }

    /// <summary>Whether it keeps what is added; else all go into one queue that forgets them.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>The last value of each parameter.</summary>
    public Dictionary<uint, double> Values => _queues.Where(queue => queue.Points.Count > 0)
        .ToDictionary(queue => queue.ParameterId, queue => queue.Points[^1].Value);

    public void Set(uint id, params ReadOnlySpan<(int Frame, double Value)> points)
    {
        HostValueQueue queue = new(id);
        queue.Points.AddRange(points);
        _queues.Add(queue);
    }

    public void Clear() => _queues.Clear();

    protected override void End()
    {
    }

    private static readonly HostValueQueue Sink = new(0) { IsRecording = false };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Count(void* self) => ((HostValues)Of(self)!)._queues.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3ParamValueQueue* Get(void* self, int index)
    {
        List<HostValueQueue> queues = ((HostValues)Of(self)!)._queues;
        return (uint)index < (uint)queues.Count ? queues[index].Pointer : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3ParamValueQueue* Add(void* self, uint* id, int* index)
    {
        HostValues values = (HostValues)Of(self)!;
        if (values.Refusals > 0)
        {
            values.Refusals--;
            return null;
        }

        *index = values._queues.Count;
        if (!values.IsRecording)
        {
            return Sink.Pointer;
        }

        values._queues.Add(new HostValueQueue(*id));
        return values._queues[^1].Pointer;
    }
}
