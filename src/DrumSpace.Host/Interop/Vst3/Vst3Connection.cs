using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>
/// IConnectionPoint: stands between a component and its controller, as in hosts that keep the two in different processes. It passes
/// messages on; a plugin that takes it for its own other half is wrong.
/// </summary>
internal sealed unsafe class Vst3Connection : Vst3HostObject
{
    private static readonly nint Point = Table(new Vst3ConnectionPointVtbl
    {
        Unknown = Unknown,
        Connect = &Refuse,
        Disconnect = &Refuse,
        Notify = &Notify,
    });

    private Vst3ConnectionPoint* _receiver;

    /// <summary>Makes a connection to one side; the other side gets it as <see cref="Pointer"/>.</summary>
    public Vst3Connection(Vst3ConnectionPoint* receiver)
        : base((Vst3ConnectionPoint.Id, Point)) => _receiver = receiver;

    public Vst3ConnectionPoint* Pointer => (Vst3ConnectionPoint*)Face;

    /// <summary>Passes nothing on any more.</summary>
    public void Cut() => _receiver = null;

    // The host alone connects.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Refuse(void* face, Vst3ConnectionPoint* other) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Notify(void* face, Vst3Message* message)
    {
        Vst3ConnectionPoint* receiver = Of<Vst3Connection>(face)._receiver;
        return receiver == null || message == null ? Vst3Result.InvalidArgument : receiver->Vtbl->Notify(receiver, message);
    }
}
