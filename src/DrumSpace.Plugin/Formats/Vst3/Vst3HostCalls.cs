using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The calls from the plugin to its host, without effect where the host has not said how. Main thread.</summary>
internal sealed unsafe class Vst3HostCalls
{
    private Vst3ComponentHandler* _handler;
    private Vst3UnitHandler* _unitHandler;

    /// <summary>The host's own object, which may have the run loop; null before the first call and after the last.</summary>
    public Vst3Unknown* Context { get; private set; }

    /// <summary>Takes the host's object.</summary>
    /// <param name="context">May be null.</param>
    public void SetContext(Vst3Unknown* context)
    {
        Vst3Object.Hold(context);
        Vst3Object.Drop(Context);
        Context = context;
    }

    /// <summary>Takes what edits go to.</summary>
    /// <param name="handler">Null for none.</param>
    public void SetHandler(Vst3ComponentHandler* handler)
    {
        Vst3Object.Hold(handler);
        Vst3Object.Drop(_handler);
        Vst3Object.Drop(_unitHandler);
        _handler = handler;
        _unitHandler = (Vst3UnitHandler*)Vst3Object.Query(handler, Vst3UnitHandler.Id);
    }

    /// <summary>Lets go of all.</summary>
    public void Forget()
    {
        SetHandler(null);
        SetContext(null);
    }

    /// <summary>Tells the host that a hand takes a parameter.</summary>
    public void BeginEdit(int index)
    {
        if (_handler != null)
        {
            _handler->Vtbl->BeginEdit(_handler, (uint)index);
        }
    }

    /// <summary>Tells the host that the hand moves it.</summary>
    public void PerformEdit(int index, float value)
    {
        if (_handler != null)
        {
            _handler->Vtbl->PerformEdit(_handler, (uint)index, value);
        }
    }

    /// <summary>Tells the host that the hand lets it go.</summary>
    public void EndEdit(int index)
    {
        if (_handler != null)
        {
            _handler->Vtbl->EndEdit(_handler, (uint)index);
        }
    }

    /// <summary>Asks the host to read again what changed.</summary>
    public void Restart(Vst3RestartFlags flags)
    {
        if (_handler != null)
        {
            _handler->Vtbl->RestartComponent(_handler, flags);
        }
    }

    /// <summary>Asks the host to read the names of the programs again.</summary>
    public void NotifyPrograms()
    {
        if (_unitHandler != null)
        {
            _unitHandler->Vtbl->NotifyProgramListChange(_unitHandler, Vst3UnitTable.ProgramList, Vst3Unit.AllPrograms);
        }
    }
}
