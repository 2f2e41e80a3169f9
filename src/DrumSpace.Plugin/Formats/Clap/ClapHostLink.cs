using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>What the plugin asks and tells its host. Main thread.</summary>
internal sealed unsafe class ClapHostLink(ClapHost* host)
{
    private readonly ClapHost* _host = host;
    private ClapHostParams* _params;
    private ClapHostLog* _log;

    /// <summary>
    /// Whether notes go to the host as MIDI: wherever it takes that, because nothing is lost; the others get notes of CLAP.
    /// </summary>
    public bool TakesMidi { get; private set; }

    /// <summary>Looks for what the host can do. CLAP forbids it before the instance's init.</summary>
    public void Find()
    {
        _params = (ClapHostParams*)Extension(ClapExtension.Params);
        _log = (ClapHostLog*)Extension(ClapExtension.Log);
        ClapHostNotePorts* notePorts = (ClapHostNotePorts*)Extension(ClapExtension.NotePorts);
        TakesMidi = notePorts != null && (notePorts->SupportedDialects(_host) & ClapNoteDialects.Midi) != 0;
    }

    /// <summary>Tells the host that the values it knows are those of another state now.</summary>
    public void ReportValues()
    {
        if (_params != null)
        {
            _params->Rescan(_host, ClapParamRescan.Values);
        }
    }

    /// <summary>Writes an error into the host's log.</summary>
    public void LogError(string message) => Log(ClapLogSeverity.Error, message);

    /// <summary>Writes a warning into the host's log; an empty one is none.</summary>
    public void LogWarning(string message) => Log(ClapLogSeverity.Warning, message);

    private void Log(ClapLogSeverity severity, string message)
    {
        if (_log != null && message.Length > 0)
        {
            byte* text = stackalloc byte[512];
            HostText.Write(text, 512, message);
            _log->Log(_host, severity, text);
        }
    }

    // The ids are literals, which C# closes with a zero in memory.
    private void* Extension(ReadOnlySpan<byte> id)
    {
        fixed (byte* text = id)
        {
            return _host->GetExtension == null ? null : _host->GetExtension(_host, text);
        }
    }
}
