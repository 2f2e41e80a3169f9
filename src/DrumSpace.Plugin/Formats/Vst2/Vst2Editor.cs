using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>
/// The opcodes of the window. Its size is the plugin's: it never follows its parent's, which in some hosts would grow without end.
/// </summary>
/// <remarks>Main thread.</remarks>
internal sealed unsafe class Vst2Editor(PluginCore core, Vst2HostCalls host, Vst2Processor processor, WindowServices services)
    : FormatEditor(core, processor.Mirror, services)
{
    // The host may read it until the instance is closed.
    private readonly EditorRectangle* _rectangle = (EditorRectangle*)NativeMemory.AllocZeroed((nuint)sizeof(EditorRectangle));

    /// <summary>Executes an opcode, as <see cref="Vst2Dispatcher.Dispatch"/>; null for opcodes of something else.</summary>
    public nint? Dispatch(int opcode, byte* pointer)
    {
        switch (opcode)
        {
            case EffectOpcode.EditorGetRectangle:
                return GetRectangle((EditorRectangle**)pointer);
            case EffectOpcode.EditorOpen:
                return Open((nint)pointer) ? 1 : 0;
            case EffectOpcode.EditorClose:
                Close();
                return 1;
            default:
                return null;
        }
    }

    /// <inheritdoc/>
    protected override void BeginEdit(int index) => host.BeginEdit(index);

    /// <inheritdoc/>
    protected override void Edit(int index, float value)
    {
        Mirror.Confirm(index, value);
        processor.Automate(index, value);
    }

    /// <inheritdoc/>
    protected override void EndEdit(int index)
    {
        host.EndEdit(index);
        Mirror.Release(index);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        NativeMemory.Free(_rectangle);
    }

    /// <inheritdoc/>
    protected override bool AskForSize(PixelSize size)
    {
        // The answer means nothing: Ardour resizes its window and says no.
        host.SizeWindow(size.Width, size.Height);
        return true;
    }

    /// <inheritdoc/>
    protected override void OnCommand()
    {
        // Idle, which called, notifies the host of values and names.
    }

    private nint GetRectangle(EditorRectangle** target)
    {
        if (target == null || Size is not { } size)
        {
            return 0;
        }

        *_rectangle = new EditorRectangle
        {
            Bottom = (short)Math.Min(size.Height, short.MaxValue),
            Right = (short)Math.Min(size.Width, short.MaxValue),
        };
        *target = _rectangle;
        return 1;
    }
}
