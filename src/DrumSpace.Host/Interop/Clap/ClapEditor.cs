using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The window of a CLAP instance, embedded; and the timers and files that it lives by. Main thread.</summary>
internal sealed unsafe class ClapEditor(ClapHandle plugin, ClapHostSide host)
{
    private readonly ClapPluginGui* _gui = (ClapPluginGui*)plugin.Extension(ClapExtension.Gui);
    private readonly ClapPluginPosixFdSupport* _files = (ClapPluginPosixFdSupport*)plugin.Extension(ClapExtension.PosixFdSupport);
    private readonly ClapPluginTimerSupport* _timers = (ClapPluginTimerSupport*)plugin.Extension(ClapExtension.TimerSupport);

    /// <summary>Whether the window is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The window's size, or the one that the plugin asked for since; null while it is closed.</summary>
    public (int Width, int Height)? Size
    {
        get
        {
            uint width = 0, height = 0;
            return !IsOpen ? null
                : host.RequestedSize ?? (_gui->GetSize(plugin.Instance, &width, &height) != 0 ? ((int)width, (int)height) : null);
        }
    }

    /// <summary>Whether the user may resize the window.</summary>
    public bool CanResize => IsOpen && _gui->CanResize != null && _gui->CanResize(plugin.Instance) != 0;

    /// <summary>Resizes the window to the nearest size that it can have; whether it took one.</summary>
    public bool TryResize(int width, int height)
    {
        if (!CanResize || width <= 0 || height <= 0)
        {
            return false;
        }

        uint usedWidth = (uint)width, usedHeight = (uint)height;
        if (_gui->AdjustSize(plugin.Instance, &usedWidth, &usedHeight) == 0 || _gui->SetSize(plugin.Instance, usedWidth, usedHeight) == 0)
        {
            return false;
        }

        host.ForgetSize();
        return true;
    }

    /// <summary>Opens the window inside of a parent; whether it is open.</summary>
    public bool TryOpen(nint parent)
    {
        Close();
        host.ForgetSize();
        fixed (byte* api = OperatingSystem.IsWindows() ? ClapWindowApi.Win32 : ClapWindowApi.X11)
        {
            if (_gui == null || _gui->IsApiSupported(plugin.Instance, api, 0) == 0 || _gui->Create(plugin.Instance, api, 0) == 0)
            {
                return false;
            }

            ClapWindow window = new() { Api = api, Handle = parent };
            IsOpen = _gui->SetParent(plugin.Instance, &window) != 0;
        }

        if (!IsOpen)
        {
            _gui->Destroy(plugin.Instance);
            return false;
        }

        _gui->Show(plugin.Instance);
        return true;
    }

    /// <summary>Tells the plugin of its files that are ready, and calls its timers that are due.</summary>
    public void Idle()
    {
        foreach ((int file, ClapPosixFdFlags flags) in host.ReadyFiles())
        {
            if (_files != null && host.HasFile(file))
            {
                _files->OnFd(plugin.Instance, file, flags);
            }
        }

        foreach (uint timer in host.TakeDueTimers())
        {
            // One timer may have ended another.
            if (_timers != null && host.HasTimer(timer))
            {
                _timers->OnTimer(plugin.Instance, timer);
            }
        }
    }

    /// <summary>Closes the window; without effect if it is closed.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            IsOpen = false;
            _gui->Hide(plugin.Instance);
            _gui->Destroy(plugin.Instance);
        }
    }
}
