using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IPlugFrame: the host's side of a window. Main thread.</summary>
/// <param name="loop">The main loop, which is given out as the frame's; null for none.</param>
internal sealed unsafe class Vst3Frame(Vst3MainLoop? loop) : Vst3HostObject((Vst3PlugFrame.Id, Frame))
{
    private const int MaxPixels = 16384;

    private static readonly nint Frame = Table(new Vst3PlugFrameVtbl { Unknown = Unknown, ResizeView = &ResizeView });

    public Vst3PlugFrame* Pointer => (Vst3PlugFrame*)Face;

    /// <summary>The size that the plugin asked for last; null for none.</summary>
    public (int Width, int Height)? RequestedSize { get; set; }

    protected override Vst3HostObject? Part => loop;

    // The caller of this host resizes the parent soon, and the window may have its size already.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ResizeView(void* face, Vst3PlugView* view, Vst3ViewRect* rectangle)
    {
        if (view == null || rectangle == null)
        {
            return Vst3Result.InvalidArgument;
        }

        Vst3ViewRect size = *rectangle;
        long width = (long)size.Right - size.Left;
        long height = (long)size.Bottom - size.Top;
        if (width is <= 0 or > MaxPixels || height is <= 0 or > MaxPixels)
        {
            return Vst3Result.InvalidArgument;
        }

        Of<Vst3Frame>(face).RequestedSize = ((int)width, (int)height);
        return view->Vtbl->OnSize(view, &size);
    }
}
