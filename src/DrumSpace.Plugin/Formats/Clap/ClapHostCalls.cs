using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The calls from the plugin to its host. Main thread; log and callback on any, a flush on any but the audio thread.</summary>
internal sealed unsafe class ClapHostCalls(ClapHost* host)
{
    private const int MaxLogBytes = 512;

    private readonly ClapHost* _host = host;
    private ClapHostParams* _params;
    private ClapHostLog* _log;
    private ClapHostGui* _gui;
    private ClapHostTimerSupport* _timers;

    /// <summary>Whether notes go to the host as MIDI, which loses nothing; hosts that do not take MIDI get CLAP's notes.</summary>
    public bool TakesMidi { get; private set; }

    /// <summary>Queries the host's extensions; CLAP allows it from the instance's init on.</summary>
    public void QueryExtensions()
    {
        _params = (ClapHostParams*)Extension(ClapExtension.Params);
        _log = (ClapHostLog*)Extension(ClapExtension.Log);
        _gui = (ClapHostGui*)Extension(ClapExtension.Gui);
        _timers = (ClapHostTimerSupport*)Extension(ClapExtension.TimerSupport);
        ClapHostNotePorts* notePorts = (ClapHostNotePorts*)Extension(ClapExtension.NotePorts);
        TakesMidi = notePorts != null && (notePorts->SupportedDialects(_host) & ClapNoteDialects.Midi) != 0;
    }

    /// <summary>Asks the host to read all parameter values again.</summary>
    public void RescanValues()
    {
        if (_params != null)
        {
            _params->Rescan(_host, ClapParamRescan.Values);
        }
    }

    /// <summary>Asks the host for a flush or a block, while it processes too: whether it will go on is not known here.</summary>
    public void RequestFlush()
    {
        if (_params != null && _params->RequestFlush != null)
        {
            _params->RequestFlush(_host);
        }
    }

    /// <summary>Asks for a call of on_main_thread.</summary>
    public void RequestCallback()
    {
        if (_host->RequestCallback != null)
        {
            _host->RequestCallback(_host);
        }
    }

    /// <summary>Asks for another size of the window, in pixels.</summary>
    /// <returns>Whether the host accepts it.</returns>
    public bool RequestResize(int width, int height) =>
        _gui != null && _gui->RequestResize != null && _gui->RequestResize(_host, (uint)width, (uint)height) != 0;

    /// <summary>Starts a timer.</summary>
    /// <param name="milliseconds">Its period.</param>
    /// <returns>Its id; null where the host has no timers.</returns>
    public uint? StartTimer(uint milliseconds)
    {
        uint timer = 0;
        bool isStarted = _timers != null && _timers->RegisterTimer != null && _timers->UnregisterTimer != null
            && _timers->RegisterTimer(_host, milliseconds, &timer) != 0;
        return isStarted ? timer : null;
    }

    /// <summary>Ends a timer.</summary>
    public void EndTimer(uint timer) => _timers->UnregisterTimer(_host, timer);

    /// <summary>Writes an error into the host's log.</summary>
    public void LogError(string message) => Log(ClapLogSeverity.Error, message);

    /// <summary>Writes a warning into the host's log; nothing if it is empty.</summary>
    public void LogWarning(string message) => Log(ClapLogSeverity.Warning, message);

    private void Log(ClapLogSeverity severity, string message)
    {
        if (_log != null && message.Length > 0)
        {
            byte* text = stackalloc byte[MaxLogBytes];
            HostText.Write(text, MaxLogBytes, message);
            _log->Log(_host, severity, text);
        }
    }

    // The ids are literals, which C# terminates with a null byte.
    private void* Extension(ReadOnlySpan<byte> id)
    {
        fixed (byte* text = id)
        {
            return _host->GetExtension == null ? null : _host->GetExtension(_host, text);
        }
    }
}
