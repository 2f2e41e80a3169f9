using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The gui extension, and the timers that it lives by. Hosts do not keep to the order that CLAP describes: a size may be asked for before
/// or after the parent is set, and a scale never be set.
/// </summary>
/// <remarks>Main thread.</remarks>
internal static unsafe class ClapGui
{
    // A size from a host is limited to what X11 can have.
    private const uint MaxPixels = 16384;

    private static readonly byte* ApiName = HostMemory.KeepText(OperatingSystem.IsWindows() ? "win32" : "x11");

    /// <summary>The extension.</summary>
    public static ClapPluginGui* Struct { get; } = HostMemory.Keep(new ClapPluginGui
    {
        IsApiSupported = &IsApiSupportedEntry,
        GetPreferredApi = &GetPreferredApiEntry,
        Create = &CreateEntry,
        Destroy = &DestroyEntry,
        SetScale = &SetScaleEntry,
        GetSize = &GetSizeEntry,
        CanResize = &CanResizeEntry,
        GetResizeHints = &GetResizeHintsEntry,
        AdjustSize = &AdjustSizeEntry,
        SetSize = &SetSizeEntry,
        SetParent = &SetParentEntry,
        SetTransient = &SetTransientEntry,
        SuggestTitle = &SuggestTitleEntry,
        Show = &ShowEntry,
        Hide = &HideEntry,
    });

    /// <summary>The extension that receives timers.</summary>
    public static ClapPluginTimerSupport* Timers { get; } = HostMemory.Keep(new ClapPluginTimerSupport { OnTimer = &OnTimerEntry });

    private static bool IsSupported(byte* api, byte isFloating) =>
        isFloating == 0 && HostText.Bytes(api).SequenceEqual(HostText.Bytes(ApiName));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsApiSupportedEntry(ClapInstance* instance, byte* api, byte isFloating) =>
        IsSupported(api, isFloating) ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetPreferredApiEntry(ClapInstance* instance, byte** api, byte* isFloating)
    {
        if (api == null || isFloating == null)
        {
            return 0;
        }

        *api = ApiName;
        *isFloating = 0;
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte CreateEntry(ClapInstance* instance, byte* api, byte isFloating) =>
        ClapPlugin.OnMainThread(instance, "gui create", plugin => IsSupported(api, isFloating) && plugin.Editor.Create());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DestroyEntry(ClapInstance* instance) =>
        ClapPlugin.OnMainThread(instance, "gui destroy", plugin => plugin.Editor.Destroy());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SetScaleEntry(ClapInstance* instance, double scale) =>
        ClapPlugin.OnMainThread(instance, "gui set_scale", plugin => plugin.Editor.IsCreated && plugin.Editor.SetScale(scale));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetSizeEntry(ClapInstance* instance, uint* width, uint* height) => ClapPlugin.OnMainThread(
        instance, "gui get_size", plugin => plugin.Editor.IsCreated && Write(plugin.Editor.Size, width, height));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte CanResizeEntry(ClapInstance* instance) => 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetResizeHintsEntry(ClapInstance* instance, ClapGuiResizeHints* hints) =>
        ClapPlugin.OnMainThread(instance, "gui get_resize_hints", plugin =>
        {
            if (hints == null || plugin.Editor.SizeAt(1) is not { } own)
            {
                return false;
            }

            *hints = new ClapGuiResizeHints
            {
                CanResizeHorizontally = 1,
                CanResizeVertically = 1,
                PreserveAspectRatio = 1,
                AspectRatioWidth = (uint)own.Width,
                AspectRatioHeight = (uint)own.Height,
            };
            return true;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte AdjustSizeEntry(ClapInstance* instance, uint* width, uint* height) => ClapPlugin.OnMainThread(
        instance,
        "gui adjust_size",
        plugin => plugin.Editor.IsCreated && width != null && height != null
            && Write(plugin.Editor.FitInto(*width, *height), width, height));

    // Another size than it asks for would make some hosts ask again, without end: the content is letterboxed instead.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SetSizeEntry(ClapInstance* instance, uint width, uint height) =>
        ClapPlugin.OnMainThread(instance, "gui set_size", plugin =>
        {
            if (!plugin.Editor.IsCreated || width is 0 or > MaxPixels || height is 0 or > MaxPixels)
            {
                return false;
            }

            plugin.Editor.Resize(new PixelSize((int)width, (int)height));
            return true;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SetParentEntry(ClapInstance* instance, ClapWindow* window) => ClapPlugin.OnMainThread(
        instance,
        "gui set_parent",
        plugin => plugin.Editor.IsCreated && window != null && IsSupported(window->Api, 0) && plugin.Editor.Open(window->Handle));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SetTransientEntry(ClapInstance* instance, ClapWindow* window) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SuggestTitleEntry(ClapInstance* instance, byte* title)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ShowEntry(ClapInstance* instance) =>
        ClapPlugin.OnMainThread(instance, "gui show", plugin => plugin.Editor.Show(isShown: true));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte HideEntry(ClapInstance* instance) =>
        ClapPlugin.OnMainThread(instance, "gui hide", plugin => plugin.Editor.Show(isShown: false));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnTimerEntry(ClapInstance* instance, uint timer)
    {
        // Without OnMainThread, which would allocate with every call.
        if (ClapPlugin.Of(instance) is { } plugin)
        {
            plugin.Core.Errors.WriteOut(PluginLog.Write);
            plugin.Editor.OnTimer(timer);
        }
    }

    private static bool Write(PixelSize? size, uint* width, uint* height)
    {
        if (size is not { } known || width == null || height == null)
        {
            return false;
        }

        *width = (uint)known.Width;
        *height = (uint)known.Height;
        return true;
    }
}
