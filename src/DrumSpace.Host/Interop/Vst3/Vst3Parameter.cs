using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>
/// A parameter of a VST 3 plugin. A value that is set goes to the component with the next block, and to the controller on the main thread:
/// at once while the plugin is suspended. Until the controller has it, reading the value returns it.
/// </summary>
internal sealed unsafe class Vst3Parameter : PluginParameter
{
    private readonly Vst3Plugin _plugin;
    private readonly Vst3Handle _handle;
    private readonly PendingValue _forComponent = new();
    private readonly PendingValue _forController = new();

    public Vst3Parameter(Vst3Plugin plugin, Vst3Handle handle, int index, Vst3ParameterInfo info)
        : base(index)
    {
        _plugin = plugin;
        _handle = handle;
        Id = info.Id;
        Flags = info.Flags;
        UnitId = info.UnitId;
        StepCount = info.StepCount;
    }

    public uint Id { get; }

    public Vst3ParameterFlags Flags { get; }

    /// <summary>The unit that it belongs to.</summary>
    public int UnitId { get; }

    /// <summary>The number of values less one; 0 for a continuous parameter.</summary>
    public int StepCount { get; }

    // Asked for each time, because plugins rename parameters.
    public override string Name => _handle.TryGetParameter(Index, out Vst3ParameterInfo info) ? Vst3Texts.Read(info.Title) : "";

    public override string Label => _handle.TryGetParameter(Index, out Vst3ParameterInfo info) ? Vst3Texts.Read(info.Units) : "";

    public override string Display => TextOf(CurrentValue);

    public override float Value
    {
        get => (float)CurrentValue;
        set
        {
            _forComponent.Put(value);
            Follow(value);
            if (!_plugin.IsResumed)
            {
                UpdateController();
            }
        }
    }

    public override bool CanBeAutomated => Flags.HasFlag(Vst3ParameterFlags.CanAutomate);

    /// <summary>Whether a value waits for the component.</summary>
    public bool HasPending => _forComponent.IsThere;

    private double CurrentValue =>
        _forController.TryPeek(out double value) ? value : _handle.Controller->Vtbl->GetParamNormalized(_handle.Controller, Id);

    public override bool TrySetText(string text)
    {
        double value;
        fixed (char* characters = text + "\0")
        {
            if (_handle.Controller->Vtbl->GetParamValueByString(_handle.Controller, Id, characters, &value) != Vst3Result.Ok)
            {
                return false;
            }
        }

        Value = (float)value;
        return true;
    }

    /// <summary>A value as text; empty if the plugin gives none.</summary>
    public string TextOf(double value)
    {
        char* text = stackalloc char[Vst3Text.Size];
        text[0] = '\0';
        bool isWritten = _handle.Controller->Vtbl->GetParamStringByValue(_handle.Controller, Id, value, text) == Vst3Result.Ok;
        return isWritten ? Vst3Texts.Read(text) : "";
    }

    /// <summary>Takes a value that a hand set in the plugin's window: the controller has it already.</summary>
    public void Edit(double value)
    {
        _forController.Clear();
        _forComponent.Put(value);
    }

    /// <summary>Takes a value that the component has: the controller gets it later.</summary>
    public void Follow(double value) => _forController.Put(value);

    /// <summary>Sends a value within a block; false if the block's values are full. Audio thread.</summary>
    public bool Send(Vst3ChangeList changes, int frame, double value)
    {
        Follow(value);
        return changes.Add(Id, frame, value);
    }

    /// <summary>Adds the value that was set since the last call to a block's. Audio thread.</summary>
    public void SendPending(Vst3ChangeList changes)
    {
        if (_forComponent.TryTake(out double value))
        {
            changes.Add(Id, 0, value);
        }
    }

    /// <summary>Adds the value that was set to a block's, and keeps it for the next block. Main thread.</summary>
    public void SendCopy(Vst3ChangeList changes)
    {
        if (_forComponent.TryPeek(out double value))
        {
            changes.Add(Id, 0, value);
        }
    }

    /// <summary>Gives the controller the value that it has not got yet. Main thread.</summary>
    public void UpdateController()
    {
        if (_forController.TryTake(out double value))
        {
            _handle.Controller->Vtbl->SetParamNormalized(_handle.Controller, Id, value);
        }
    }

    /// <summary>Forgets what was set and not sent: a state takes its place. Main thread.</summary>
    public void Forget()
    {
        _forComponent.Clear();
        _forController.Clear();
    }
}
