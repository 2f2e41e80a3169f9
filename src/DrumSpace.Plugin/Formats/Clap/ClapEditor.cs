using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The window of an instance. Its size is the host's, in the proportions of the content where the host asks for them.</summary>
/// <remarks>Main thread.</remarks>
internal sealed class ClapEditor(PluginCore core, ClapHostCalls host, ClapProcessor processor, WindowServices services)
    : FormatEditor(core, processor.Mirror, services)
{
    private readonly ClapIdle _idle = new(host);
    private bool _hasEdits;

    /// <summary>Whether the host created a window, which need not be open.</summary>
    public bool IsCreated { get; private set; }

    /// <summary>Prepares a window.</summary>
    /// <returns>Whether there can be one.</returns>
    public bool Create()
    {
        Destroy();
        IsCreated = Size != null;
        return IsCreated;
    }

    /// <summary>Takes the window away; without effect where there is none.</summary>
    public void Destroy()
    {
        Close();
        IsCreated = false;
        HostScale = null;
    }

    /// <summary>The host's timer is due.</summary>
    public void OnTimer(uint timer)
    {
        if (_idle.Is(timer))
        {
            Idle();
        }
    }

    /// <inheritdoc/>
    protected override void BeginEdit(int index)
    {
        processor.Gestures.Begin(index);
        _hasEdits = true;
    }

    /// <inheritdoc/>
    protected override void Edit(int index, float value)
    {
        processor.Gestures.Set(index, value);
        _hasEdits = true;
    }

    /// <inheritdoc/>
    protected override void EndEdit(int index)
    {
        processor.Gestures.End(index);
        _hasEdits = true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _idle.Stop();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override bool AskForSize(PixelSize size) => host.RequestResize(size.Width, size.Height);

    /// <inheritdoc/>
    protected override void OnCommand()
    {
        Mirror.ConfirmAll();
        host.RescanValues();
    }

    /// <inheritdoc/>
    protected override void OnDrained()
    {
        if (_hasEdits)
        {
            _hasEdits = false;
            host.RequestFlush();
        }
    }

    /// <inheritdoc/>
    protected override void OnOpened() => _idle.Start();

    /// <inheritdoc/>
    protected override void OnClosing() => _idle.Stop();
}
