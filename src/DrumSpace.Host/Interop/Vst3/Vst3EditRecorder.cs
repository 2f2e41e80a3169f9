using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>
/// IComponentHandler, IComponentHandler2 and IUnitHandler: records what a controller tells its host. A restart that it asks for is served
/// later, because it may ask from inside of any call.
/// </summary>
/// <remarks>Controllers call on the main thread, and faulty ones on any; nothing here locks or allocates.</remarks>
internal sealed unsafe class Vst3EditRecorder : Vst3HostObject
{
    private static readonly nint Handler = Table(new Vst3ComponentHandlerVtbl
    {
        Unknown = Unknown,
        BeginEdit = &BeginEdit,
        PerformEdit = &PerformEdit,
        EndEdit = &EndEdit,
        RestartComponent = &RestartComponent,
    });

    private static readonly nint Handler2 = Table(new Vst3ComponentHandler2Vtbl
    {
        Unknown = Unknown,
        SetDirty = &Accept,
        RequestOpenEditor = &Refuse,
        StartGroupEdit = &Accept,
        FinishGroupEdit = &Accept,
    });

    private static readonly nint Units =
        Table(new Vst3UnitHandlerVtbl { Unknown = Unknown, NotifyUnitSelection = &Accept, NotifyProgramListChange = &Accept });

    private readonly OutputRecorder _recorder;
    private readonly Dictionary<uint, Vst3Parameter> _parameters = [];
    private Vst3RestartFlags _pending;

    public Vst3EditRecorder(OutputRecorder recorder)
        : base((Vst3ComponentHandler.Id, Handler), (Vst3ComponentHandler2.Id, Handler2), (Vst3UnitHandler.Id, Units)) =>
        _recorder = recorder;

    public Vst3ComponentHandler* Pointer => (Vst3ComponentHandler*)Face;

    /// <summary>All that the controller has asked for since it was loaded.</summary>
    public Vst3RestartFlags Restarts { get; private set; }

    /// <summary>Adds a parameter whose edits are recorded.</summary>
    public void Register(Vst3Parameter parameter) => _parameters.TryAdd(parameter.Id, parameter);

    /// <summary>What the controller has asked for since the last question.</summary>
    public Vst3RestartFlags TakeRestarts()
    {
        Vst3RestartFlags taken = Interlocked.Exchange(ref _pending, Vst3RestartFlags.None);
        Restarts |= taken;
        return taken;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BeginEdit(void* face, uint id) => Of<Vst3EditRecorder>(face).Record(ParameterEditKind.Begin, id, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int PerformEdit(void* face, uint id, double value) =>
        Of<Vst3EditRecorder>(face).Record(ParameterEditKind.Automate, id, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int EndEdit(void* face, uint id) => Of<Vst3EditRecorder>(face).Record(ParameterEditKind.End, id, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RestartComponent(void* face, Vst3RestartFlags flags)
    {
        Interlocked.Or(ref Unsafe.As<Vst3RestartFlags, int>(ref Of<Vst3EditRecorder>(face)._pending), (int)flags);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Accept(void* face) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Accept(void* face, byte value) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Accept(void* face, int unit) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Accept(void* face, int list, int program) => Vst3Result.Ok;

    // The caller of this host opens windows.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Refuse(void* face, byte* view) => Vst3Result.NotImplemented;

    private int Record(ParameterEditKind kind, uint id, double value)
    {
        if (!_parameters.TryGetValue(id, out Vst3Parameter? parameter))
        {
            return Vst3Result.InvalidArgument;
        }

        if (kind == ParameterEditKind.Automate)
        {
            parameter.Edit(value);
        }

        _recorder.Add(new ParameterEdit(kind, parameter.Index, (float)value));
        return Vst3Result.Ok;
    }
}
