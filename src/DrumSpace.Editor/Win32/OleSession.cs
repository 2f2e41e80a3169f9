using DrumSpace.Editor.Win32.Interop;

namespace DrumSpace.Editor.Win32;

/// <summary>OLE on this thread, for as long as this lasts. Sessions nest.</summary>
/// <remarks>One thread makes and disposes it.</remarks>
internal sealed unsafe class OleSession : IDisposable
{
    /// <summary>Starts OLE.</summary>
    public OleSession()
    {
        // It refuses where the host put the thread into COM's multithreaded apartment (RPC_E_CHANGED_MODE).
        IsReady = Ole32.OleInitialize(null) >= 0;
    }

    /// <summary>Whether drag and drop work on this thread.</summary>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsReady)
        {
            IsReady = false;
            Ole32.OleUninitialize();
        }
    }
}
