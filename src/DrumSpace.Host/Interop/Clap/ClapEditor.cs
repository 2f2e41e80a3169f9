using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The window of a CLAP instance, embedded; and the timers that it lives by. Main thread.</summary>
internal sealed unsafe class ClapEditor(ClapHandle plugin, ClapHostSide host)
{
    private readonly ClapPluginGui* _gui = (ClapPluginGui*)plugin.Extension(ClapExtension.Gui);
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

    /// <summary>Calls the plugin's timers that are due.</summary>
    public void Idle()
    {
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
