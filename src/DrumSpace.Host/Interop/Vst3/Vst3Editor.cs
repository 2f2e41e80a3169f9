using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The window of a VST 3 instance, embedded. Main thread.</summary>
internal sealed unsafe class Vst3Editor(Vst3Handle plugin, Vst3MainLoop? loop) : IDisposable
{
    private readonly Vst3Frame _frame = new(loop);
    private Vst3PlugView* _view;

    /// <summary>Whether the window is open.</summary>
    public bool IsOpen => _view != null;

    /// <summary>The scale of the screen that the next window is told, 1 for 96 dots an inch.</summary>
    public float Scale { get; set; } = 1;

    /// <summary>The window's size, or the one that the plugin asked for since; null while it is closed.</summary>
    public (int Width, int Height)? Size
    {
        get
        {
            Vst3ViewRect size = default;
            return !IsOpen ? null
                : _frame.RequestedSize
                ?? (_view->Vtbl->GetSize(_view, &size) == Vst3Result.Ok ? (size.Right - size.Left, size.Bottom - size.Top) : null);
        }
    }

    /// <summary>Whether the user may resize the window.</summary>
    public bool CanResize => IsOpen && _view->Vtbl->CanResize(_view) == Vst3Result.Ok;

    /// <summary>Resizes the window to the nearest size that it can have; whether it took one.</summary>
    public bool TryResize(int width, int height)
    {
        if (!CanResize || width <= 0 || height <= 0)
        {
            return false;
        }

        // Views that have no limits of their own may leave the size as it is, and say that they did nothing.
        Vst3ViewRect size = new() { Right = width, Bottom = height };
        _ = _view->Vtbl->CheckSizeConstraint(_view, &size);
        if (_view->Vtbl->OnSize(_view, &size) != Vst3Result.Ok)
        {
            return false;
        }

        _frame.RequestedSize = null;
        return true;
    }

    /// <summary>Opens the window inside of a parent; whether it is open.</summary>
    public bool TryOpen(nint parent)
    {
        Close();
        _frame.RequestedSize = null;
        Vst3PlugView* view = Create();
        if (view == null)
        {
            return false;
        }

        fixed (byte* system = OperatingSystem.IsWindows() ? Vst3PlatformType.Win32 : Vst3PlatformType.X11)
        {
            if (view->Vtbl->IsPlatformTypeSupported(view, system) == Vst3Result.Ok)
            {
                view->Vtbl->SetFrame(view, _frame.Pointer);
                SetScale(view);
                if (view->Vtbl->Attached(view, (void*)parent, system) == Vst3Result.Ok)
                {
                    _view = view;
                    return true;
                }

                view->Vtbl->SetFrame(view, null);
            }
        }

        Vst3Interfaces.Release(view);
        return false;
    }

    /// <summary>Closes the window; without effect if it is closed.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            Vst3PlugView* view = _view;
            _view = null;
            view->Vtbl->Removed(view);
            view->Vtbl->SetFrame(view, null);
            Vst3Interfaces.Release(view);
        }
    }

    public void Dispose() => _frame.Dispose();

    private Vst3PlugView* Create()
    {
        fixed (byte* name = Vst3ViewType.Editor)
        {
            return plugin.Controller == null ? null : plugin.Controller->Vtbl->CreateView(plugin.Controller, name);
        }
    }

    private void SetScale(Vst3PlugView* view)
    {
        Vst3PlugViewContentScaleSupport* support =
            Vst3Interfaces.Query<Vst3PlugViewContentScaleSupport>(view, Vst3PlugViewContentScaleSupport.Id);
        if (support != null)
        {
            support->Vtbl->SetContentScaleFactor(support, Scale);
            Vst3Interfaces.Release(support);
        }
    }
}
