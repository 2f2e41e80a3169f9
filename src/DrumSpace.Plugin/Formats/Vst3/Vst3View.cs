using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// A view of an instance's window, for a host to put into its own. It keeps the instance alive, so a host may release the two in any
/// order. Keys and wheel come to the window from the system, so it takes none from the host, which acts on them itself.
/// </summary>
/// <remarks>Main thread.</remarks>
internal sealed unsafe class Vst3View : Vst3Object
{
    // A size from a host is limited to what X11 can have.
    private const int MaxPixels = 16384;

    private static readonly Vst3PlugViewVtbl* Table = HostMemory.Keep(new Vst3PlugViewVtbl
    {
        Unknown = Unknown,
        IsPlatformTypeSupported = &IsPlatformTypeSupportedEntry,
        Attached = &AttachedEntry,
        Removed = &RemovedEntry,
        OnWheel = &OnWheelEntry,
        OnKeyDown = &OnKeyEntry,
        OnKeyUp = &OnKeyEntry,
        GetSize = &GetSizeEntry,
        OnSize = &OnSizeEntry,
        OnFocus = &OnFocusEntry,
        SetFrame = &SetFrameEntry,
        CanResize = &CanResizeEntry,
        CheckSizeConstraint = &CheckSizeConstraintEntry,
    });

    private static readonly Vst3PlugViewContentScaleSupportVtbl* Scale = HostMemory.Keep(new Vst3PlugViewContentScaleSupportVtbl
    {
        Unknown = Unknown,
        SetContentScaleFactor = &SetContentScaleFactorEntry,
    });

    private readonly Vst3Plugin _plugin;

    /// <summary>Makes a view, with a reference that its maker has.</summary>
    public Vst3View(Vst3Plugin plugin)
        : base((Vst3PlugView.Id, (nint)Table), (Vst3PlugViewContentScaleSupport.Id, (nint)Scale))
    {
        _plugin = plugin;
        plugin.AddReference();
    }

    /// <summary>The host's side; null while there is none.</summary>
    public Vst3PlugFrame* Frame { get; private set; }

    /// <summary>Asks the host for another size.</summary>
    /// <returns>Whether the host agrees.</returns>
    public bool AskForSize(PixelSize size)
    {
        Vst3ViewRect rectangle = new() { Right = size.Width, Bottom = size.Height };
        return Frame != null && Frame->Vtbl->ResizeView(Frame, (Vst3PlugView*)First, &rectangle) == Vst3Result.Ok;
    }

    /// <inheritdoc/>
    protected override void End()
    {
        _plugin.Editor.Remove(this);
        Drop(Frame);
        _plugin.Release();
    }

    private static bool IsSupported(byte* type) =>
        HostText.Bytes(type).SequenceEqual(OperatingSystem.IsWindows() ? Vst3PlatformType.Win32 : Vst3PlatformType.X11);

    private static int OnMainThread(void* self, string call, Func<Vst3View, Vst3Editor, bool> action)
    {
        try
        {
            if (Of(self) is not Vst3View view)
            {
                return Vst3Result.InvalidArgument;
            }

            view._plugin.Core.Errors.WriteOut(PluginLog.Write);
            return action(view, view._plugin.Editor) ? Vst3Result.Ok : Vst3Result.False;
        }
        catch (Exception e)
        {
            PluginLog.WriteFailure($"VST3 {call}", e);
            return Vst3Result.InternalError;
        }
    }

    private void SetFrame(Vst3PlugFrame* frame)
    {
        Hold(frame);
        Drop(Frame);
        Frame = frame;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsPlatformTypeSupportedEntry(void* self, byte* type) => IsSupported(type) ? Vst3Result.Ok : Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AttachedEntry(void* self, void* parent, byte* type) =>
        OnMainThread(self, "attached", (view, editor) => IsSupported(type) && editor.Attach(view, (nint)parent));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RemovedEntry(void* self) => OnMainThread(self, "removed", (view, editor) =>
    {
        editor.Remove(view);
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnWheelEntry(void* self, float distance) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnKeyEntry(void* self, ushort character, short key, Vst3KeyModifiers modifiers) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetSizeEntry(void* self, Vst3ViewRect* size) => OnMainThread(self, "getSize", (_, editor) =>
    {
        if (size == null || editor.Size is not { } known)
        {
            return false;
        }

        *size = new Vst3ViewRect { Right = known.Width, Bottom = known.Height };
        return true;
    });

    // Another size than it asks for would make some hosts ask again, without end: the content is letterboxed instead.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSizeEntry(void* self, Vst3ViewRect* size) => OnMainThread(self, "onSize", (view, editor) =>
    {
        long width = size == null ? 0 : (long)size->Right - size->Left;
        long height = size == null ? 0 : (long)size->Bottom - size->Top;
        if (width is < 1 or > MaxPixels || height is < 1 or > MaxPixels)
        {
            return false;
        }

        editor.Resize(view, new PixelSize((int)width, (int)height));
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnFocusEntry(void* self, byte isFocused) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetFrameEntry(void* self, Vst3PlugFrame* frame) => OnMainThread(self, "setFrame", (view, editor) =>
    {
        view.SetFrame(frame);
        editor.FollowFrame(view);
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CanResizeEntry(void* self) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckSizeConstraintEntry(void* self, Vst3ViewRect* size) =>
        OnMainThread(self, "checkSizeConstraint", (_, editor) =>
        {
            if (size == null || editor.FitInto((long)size->Right - size->Left, (long)size->Bottom - size->Top) is not { } fitting)
            {
                return false;
            }

            size->Right = size->Left + fitting.Width;
            size->Bottom = size->Top + fitting.Height;
            return true;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetContentScaleFactorEntry(void* self, float scale) =>
        OnMainThread(self, "setContentScaleFactor", (_, editor) => editor.Rescale(scale));
}
