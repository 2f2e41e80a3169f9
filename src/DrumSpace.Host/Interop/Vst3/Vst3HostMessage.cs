using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IMessage: what a plugin's component and controller send each other. One thread at a time.</summary>
internal sealed unsafe class Vst3HostMessage : Vst3HostObject
{
    private static readonly nint Message = Table(new Vst3MessageVtbl
    {
        Unknown = Unknown,
        GetMessageId = &GetMessageId,
        SetMessageId = &SetMessageId,
        GetAttributes = &GetAttributes,
    });

    private readonly Vst3Attributes _attributes = new();
    private nint _id;

    public Vst3HostMessage()
        : base((Vst3Message.Id, Message))
    {
    }

    protected override void Free()
    {
        Marshal.FreeCoTaskMem(_id);
        _attributes.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* GetMessageId(void* face) => (byte*)Of<Vst3HostMessage>(face)._id;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetMessageId(void* face, byte* id)
    {
        // The new one first: it may be the old one's memory.
        nint copy = Marshal.StringToCoTaskMemUTF8(Vst3Texts.Name(id));
        Vst3HostMessage self = Of<Vst3HostMessage>(face);
        Marshal.FreeCoTaskMem(self._id);
        self._id = copy;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3AttributeList* GetAttributes(void* face) => (Vst3AttributeList*)Of<Vst3HostMessage>(face)._attributes.Face;
}
