using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IHostApplication and IPlugInterfaceSupport: the host as components and controllers see it. Main thread.</summary>
/// <param name="loop">The main loop, which is given out as the application's; null for none.</param>
internal sealed unsafe class Vst3Application(Vst3MainLoop? loop)
    : Vst3HostObject((Vst3HostApplication.Id, Application), (Vst3PlugInterfaceSupport.Id, Support))
{
    private static readonly nint Application =
        Table(new Vst3HostApplicationVtbl { Unknown = Unknown, GetName = &GetName, CreateInstance = &CreateInstance });

    private static readonly nint Support =
        Table(new Vst3PlugInterfaceSupportVtbl { Unknown = Unknown, IsPlugInterfaceSupported = &IsSupported });

    private static readonly HashSet<Vst3Id> Supported =
    [
        Vst3Component.Id, Vst3AudioProcessor.Id, Vst3ProcessContextRequirements.Id, Vst3EditController.Id, Vst3ConnectionPoint.Id,
        Vst3UnitInformation.Id, Vst3MidiMapping.Id, Vst3PlugView.Id, Vst3PlugViewContentScaleSupport.Id,
    ];

    protected override Vst3HostObject? Part => loop;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetName(void* face, char* name)
    {
        if (name == null)
        {
            return Vst3Result.InvalidArgument;
        }

        Vst3Texts.Write("DrumSpace Host", name);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CreateInstance(void* face, Vst3Id* type, Vst3Id* id, void** result)
    {
        if (type == null || id == null || result == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *result = null;
        using Vst3HostObject? made = *type == Vst3Message.Id ? new Vst3HostMessage()
            : *type == Vst3AttributeList.Id ? new Vst3Attributes()
            : null;
        return made == null ? Vst3Result.NoInterface : made.GiveOut(*id, result);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsSupported(void* face, Vst3Id* id) =>
        id != null && Supported.Contains(*id) ? Vst3Result.Ok : Vst3Result.False;
}
