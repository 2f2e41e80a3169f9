using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// One instance: component and controller in one object, and the objects behind it. Its interfaces are the tables of this folder. No
/// exception leaves an entry point: on the main thread it is logged, on the audio thread counted.
/// </summary>
/// <remarks>
/// The thread contract of this folder is VST 3's. Audio thread: process. Main or audio thread: set processing. Any thread: references, and
/// reading a parameter's value. Main thread: everything else.
/// </remarks>
internal sealed unsafe class Vst3Plugin : Vst3Object
{
    /// <summary>Makes an instance, with a reference that its maker has.</summary>
    /// <param name="window">What its window needs; null for the process's.</param>
    public Vst3Plugin(WindowServices? window = null)
        : base(
            (Vst3Component.Id, (nint)Vst3ComponentTable.Pointer),
            (Vst3PluginBase.Id, (nint)Vst3ComponentTable.Pointer),
            (Vst3AudioProcessor.Id, (nint)Vst3ProcessorTable.Pointer),
            (Vst3ProcessContextRequirements.Id, (nint)Vst3ProcessorTable.Requirements),
            (Vst3EditController.Id, (nint)Vst3ControllerTable.Pointer),
            (Vst3EditController2.Id, (nint)Vst3ControllerTable.Second),
            (Vst3MidiMapping.Id, (nint)Vst3ControllerTable.MidiMapping),
            (Vst3UnitInformation.Id, (nint)Vst3UnitTable.Pointer),
            (Vst3Diagnostics.Id, (nint)Vst3Diagnostics.Pointer))
    {
        Core = new PluginCore(ModelList.Shared);
        Core.KeepBypass();
        Processor = new Vst3Processor(Core, Controllers);
        Parameters = new Vst3Parameters(Core, Processor, Controllers);
        Editor = new Vst3Editor(Core, Host, Processor, window ?? WindowServices.Shared);
    }

    /// <summary>The instance without its format.</summary>
    public PluginCore Core { get; }

    /// <summary>The audio thread's side.</summary>
    public Vst3Processor Processor { get; }

    /// <summary>The parameters as the host sees them.</summary>
    public Vst3Parameters Parameters { get; }

    /// <summary>The calls to the host.</summary>
    public Vst3HostCalls Host { get; } = new();

    /// <summary>The window.</summary>
    public Vst3Editor Editor { get; }

    private Vst3Controllers Controllers { get; } = new();

    /// <summary>The instance behind an interface; null for none.</summary>
    public static new Vst3Plugin? Of(void* self) => Vst3Object.Of(self) as Vst3Plugin;

    /// <summary>Runs an entry point of the main thread, after it logged what the audio thread counted.</summary>
    /// <returns>What the action returns; an error if it threw or there is no instance.</returns>
    public static int OnMainThread(void* self, string call, Func<Vst3Plugin, int> action)
    {
        try
        {
            Vst3Plugin? plugin = Of(self);
            plugin?.Core.Errors.WriteOut(PluginLog.Write);
            return plugin == null ? Vst3Result.InvalidArgument : action(plugin);
        }
        catch (Exception e)
        {
            PluginLog.WriteFailure($"VST3 {call}", e);
            return Vst3Result.InternalError;
        }
    }

    /// <summary>Lets go of all that is the host's.</summary>
    public void Terminate()
    {
        Editor.Close();
        Host.Forget();
    }

    /// <inheritdoc/>
    protected override void End()
    {
        try
        {
            Editor.Dispose();
            Host.Forget();
            Core.Dispose();
        }
        catch (Exception e)
        {
            PluginLog.WriteFailure("VST3 release", e);
        }
    }
}
