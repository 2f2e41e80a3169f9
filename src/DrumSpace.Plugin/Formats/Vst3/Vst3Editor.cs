using DrumSpace.Abi.Vst3;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The window of an instance. A host may make several views of it; the window is in the one that was attached last.</summary>
/// <remarks>Main thread.</remarks>
internal sealed unsafe class Vst3Editor : FormatEditor
{
    private readonly Vst3HostCalls _host;
    private readonly Vst3Processor _processor;
    private readonly PluginCore _core;
    private readonly Vst3Idle _idle;
    private Vst3View? _view;
    private int _seenBlocks;
    private string _knownName;

    /// <summary>Creates the window of an instance, closed.</summary>
    public Vst3Editor(PluginCore core, Vst3HostCalls host, Vst3Processor processor, WindowServices services)
        : base(core, processor.Mirror, services)
    {
        _core = core;
        _host = host;
        _processor = processor;
        _idle = new Vst3Idle(Idle);
        _knownName = CurrentName;
    }

    private string CurrentName => _core.Programs[_core.Programs.Current].Name;

    /// <summary>Opens the window in a view.</summary>
    /// <returns>Whether it is open.</returns>
    public bool Attach(Vst3View view, nint parent)
    {
        _view = view;
        bool isOpen = Open(parent);
        _view = isOpen ? view : null;
        return isOpen;
    }

    /// <summary>Closes the window, if it is in a view.</summary>
    public void Remove(Vst3View view)
    {
        if (_view == view)
        {
            Close();
            _view = null;
        }
    }

    /// <summary>Notes that a view has another frame, which may have the run loop.</summary>
    public void FollowFrame(Vst3View view)
    {
        if (_view == view && IsOpen)
        {
            OnOpened();
        }
    }

    /// <summary>Gives the window in a view another size because the host says so.</summary>
    public void Resize(Vst3View view, PixelSize size)
    {
        if (_view == view || _view == null)
        {
            Resize(size);
        }
    }

    /// <summary>Takes the host's scale; an open window asks for the size that belongs to it.</summary>
    /// <returns>Whether it is possible.</returns>
    public bool Rescale(float scale)
    {
        bool counts = SetScale(scale);
        if (counts && IsOpen)
        {
            FollowScale();
        }

        return counts || HasZoom;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _idle.Stop();
        _idle.Release();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginEdit(int index) => _host.BeginEdit(index);

    /// <inheritdoc/>
    protected override void Edit(int index, float value)
    {
        Mirror.Confirm(index, value);
        _host.PerformEdit(index, value);
    }

    /// <inheritdoc/>
    protected override void EndEdit(int index)
    {
        _host.EndEdit(index);
        Mirror.Release(index);
    }

    /// <inheritdoc/>
    protected override bool AskForSize(PixelSize size) => _view?.AskForSize(size) ?? false;

    /// <inheritdoc/>
    protected override void OnCommand()
    {
        Mirror.ConfirmAll();
        _processor.ConfirmProgram();
        _host.Restart(Vst3RestartFlags.ParamValuesChanged);
    }

    // While the host processes, its blocks tell it of values.
    /// <inheritdoc/>
    protected override void OnDrained()
    {
        if (_processor.BlockCount == _seenBlocks && Mirror.ConfirmNews())
        {
            _processor.ConfirmProgram();
            _host.Restart(Vst3RestartFlags.ParamValuesChanged);
        }

        _seenBlocks = _processor.BlockCount;
        string name = CurrentName;
        if (name != _knownName)
        {
            _knownName = name;
            _host.NotifyPrograms();
        }
    }

    /// <inheritdoc/>
    protected override void OnOpened() => _idle.Start(_view!.Frame, _host.Context);

    /// <inheritdoc/>
    protected override void OnClosing() => _idle.Stop();
}
