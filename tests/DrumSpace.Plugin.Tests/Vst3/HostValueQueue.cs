using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>A host's list of one parameter's values.</summary>
internal sealed unsafe class HostValueQueue(uint id) : Vst3Object((Vst3ParamValueQueue.Id, (nint)Table))
{
    private static readonly Vst3ParamValueQueueVtbl* Table = HostMemory.Keep(new Vst3ParamValueQueueVtbl
    {
        Unknown = Unknown,
        GetParameterId = &GetId,
        GetPointCount = &Count,
        GetPoint = &Get,
        AddPoint = &Add,
    });

    public uint ParameterId { get; } = id;

    public List<(int Frame, double Value)> Points { get; } = [];

    public bool IsRecording { get; init; } = true;

    public Vst3ParamValueQueue* Pointer => (Vst3ParamValueQueue*)First;

    protected override void End()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetId(void* self) => ((HostValueQueue)Of(self)!).ParameterId;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Count(void* self) => ((HostValueQueue)Of(self)!).Points.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Get(void* self, int index, int* frame, double* value)
    {
        (*frame, *value) = ((HostValueQueue)Of(self)!).Points[index];
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Add(void* self, int frame, double value, int* index)
    {
        HostValueQueue queue = (HostValueQueue)Of(self)!;
        *index = queue.Points.Count;
        if (queue.IsRecording)
        {
            queue.Points.Add((frame, value));
        }

        return Vst3Result.Ok;
    }
}
