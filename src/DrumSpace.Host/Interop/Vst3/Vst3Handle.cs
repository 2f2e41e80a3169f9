using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The raw VST 3 instance: its component, its controller and their library. Nothing above this folder sees a pointer.</summary>
/// <remarks>
/// Adds no lock and no allocation to a call; the caller keeps to the threads of VST 3. All pointers are null once unloaded, so that a late
/// call throws instead of entering freed code.
/// </remarks>
internal sealed unsafe class Vst3Handle : IDisposable
{
    private readonly string _path;
    private readonly Vst3Module _module;
    private Vst3Connections? _connections;
    private bool _isSeparate;

    private Vst3Handle(string path, Vst3Module module)
    {
        _path = path;
        _module = module;
        Description = module.FirstAudioModule();
    }

    public Vst3ClassDescription Description { get; }

    public Vst3Component* Component { get; private set; }

    public Vst3AudioProcessor* Processor { get; private set; }

    /// <summary>Null for a plugin without a controller.</summary>
    public Vst3EditController* Controller { get; private set; }

    /// <summary>Null where the controller tells nothing of units.</summary>
    public Vst3UnitInformation* Units { get; private set; }

    /// <summary>Null where the controller assigns no MIDI controllers.</summary>
    public Vst3MidiMapping* MidiMapping { get; private set; }

    /// <summary>Loads a library, and creates and connects an instance of its first audio module.</summary>
    /// <exception cref="PluginLoadException">As <see cref="Vst3Plugin.Load"/> says.</exception>
    public static Vst3Handle Load(string path, Vst3Application application, Vst3EditRecorder edits)
    {
        Vst3Module module = Vst3Module.Open(Vst3Bundle.LibraryOf(path));
        Vst3Handle handle;
        try
        {
            handle = new Vst3Handle(path, module);
        }
        catch
        {
            module.Dispose();
            throw;
        }

        try
        {
            handle.CreateComponent(application);
            handle.CreateController(application);
            handle.Connect(edits);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The number of buses.</summary>
    public int BusCount(Vst3MediaType media, Vst3BusDirection direction) => Component->Vtbl->GetBusCount(Component, media, direction);

    /// <summary>The number of channels of each audio bus of a direction.</summary>
    public int[] ChannelCounts(Vst3BusDirection direction)
    {
        int[] channels = new int[Math.Max(BusCount(Vst3MediaType.Audio, direction), 0)];
        for (int bus = 0; bus < channels.Length; bus++)
        {
            Vst3BusInfo info = default;
            bool isKnown = Component->Vtbl->GetBusInfo(Component, Vst3MediaType.Audio, direction, bus, &info) == Vst3Result.Ok;
            channels[bus] = isKnown ? Math.Max(info.ChannelCount, 0) : 0;
        }

        return channels;
    }

    /// <summary>The number of parameters.</summary>
    public int ParameterCount => Controller == null ? 0 : Controller->Vtbl->GetParameterCount(Controller);

    /// <summary>Describes a parameter; whether the plugin does.</summary>
    public bool TryGetParameter(int index, out Vst3ParameterInfo info)
    {
        Vst3ParameterInfo result = default;
        bool isKnown = Controller->Vtbl->GetParameterInfo(Controller, index, &result) == Vst3Result.Ok;
        info = result;
        return isKnown;
    }

    /// <summary>The component's state; null if it gives none.</summary>
    public byte[]? GetComponentState()
    {
        using Vst3StateStream stream = new();
        return Component->Vtbl->GetState(Component, stream.Pointer) == Vst3Result.Ok ? stream.ToArray() : null;
    }

    /// <summary>Gives the component a state, and shows the controller what the component took; whether it took it.</summary>
    public bool SetComponentState(ReadOnlySpan<byte> state)
    {
        using Vst3StateStream stream = new(state);
        if (Component->Vtbl->SetState(Component, stream.Pointer) != Vst3Result.Ok)
        {
            return false;
        }

        ShowComponentState(state);
        return true;
    }

    /// <summary>The controller's own state; null if it gives none.</summary>
    public byte[]? GetControllerState()
    {
        using Vst3StateStream stream = new();
        return Controller != null && Controller->Vtbl->GetState(Controller, stream.Pointer) == Vst3Result.Ok ? stream.ToArray() : null;
    }

    /// <summary>Gives the controller a state of its own; whether it took it.</summary>
    public bool SetControllerState(ReadOnlySpan<byte> state)
    {
        using Vst3StateStream stream = new(state);
        return Controller != null && Controller->Vtbl->SetState(Controller, stream.Pointer) == Vst3Result.Ok;
    }

    /// <summary>Frees the instance and closes its library.</summary>
    public void Dispose()
    {
        if (Controller != null)
        {
            Controller->Vtbl->SetComponentHandler(Controller, null);
        }

        _connections?.Dispose();
        if (Component != null)
        {
            Component->Vtbl->Base.Terminate(Component);
        }

        if (_isSeparate)
        {
            Controller->Vtbl->Base.Terminate(Controller);
        }

        // The component last: some plugins want its other interfaces to be given back before.
        Vst3Interfaces.Release(Units);
        Vst3Interfaces.Release(MidiMapping);
        Vst3Interfaces.Release(Controller);
        Vst3Interfaces.Release(Processor);
        Vst3Interfaces.Release(Component);
        Units = null;
        MidiMapping = null;
        Controller = null;
        Processor = null;
        Component = null;
        _module.Dispose();
    }

    private void CreateComponent(Vst3Application application)
    {
        Vst3Component* component = _module.Create<Vst3Component>(Description.Id, Vst3Component.Id);
        if (component == null)
        {
            throw new PluginLoadException(_path, "its factory made no instance.");
        }

        // What could not be initialized is released without being terminated.
        if (component->Vtbl->Base.Initialize(component, (Vst3Unknown*)application.Face) != Vst3Result.Ok)
        {
            Vst3Interfaces.Release(component);
            throw new PluginLoadException(_path, "its instance could not be initialized.");
        }

        Component = component;
        Processor = Vst3Interfaces.Query<Vst3AudioProcessor>(component, Vst3AudioProcessor.Id);
        if (Processor == null)
        {
            throw new PluginLoadException(_path, "its component processes nothing (it has no IAudioProcessor).");
        }

        if (Processor->Vtbl->CanProcessSampleSize(Processor, Vst3SampleSize.Sample32) != Vst3Result.Ok)
        {
            throw new PluginLoadException(_path, "it does not process samples of 32 bits.");
        }

        RequireCount(BusCount(Vst3MediaType.Audio, Vst3BusDirection.Input));
        RequireCount(BusCount(Vst3MediaType.Audio, Vst3BusDirection.Output));
        RequireCount(BusCount(Vst3MediaType.Event, Vst3BusDirection.Input));
        RequireCount(BusCount(Vst3MediaType.Event, Vst3BusDirection.Output));
    }

    private void CreateController(Vst3Application application)
    {
        Controller = Vst3Interfaces.Query<Vst3EditController>(Component, Vst3EditController.Id);
        Vst3Id type = default;
        if (Controller == null && Component->Vtbl->GetControllerClassId(Component, &type) == Vst3Result.Ok)
        {
            Vst3EditController* controller = _module.Create<Vst3EditController>(type, Vst3EditController.Id);
            if (controller == null)
            {
                throw new PluginLoadException(_path, "its factory made no controller.");
            }

            if (controller->Vtbl->Base.Initialize(controller, (Vst3Unknown*)application.Face) != Vst3Result.Ok)
            {
                Vst3Interfaces.Release(controller);
                throw new PluginLoadException(_path, "its controller could not be initialized.");
            }

            Controller = controller;
            _isSeparate = true;
        }

        RequireCount(ParameterCount);
    }

    private void Connect(Vst3EditRecorder edits)
    {
        if (Controller == null)
        {
            return;
        }

        Units = Vst3Interfaces.Query<Vst3UnitInformation>(Controller, Vst3UnitInformation.Id);
        MidiMapping = Vst3Interfaces.Query<Vst3MidiMapping>(Controller, Vst3MidiMapping.Id);
        Controller->Vtbl->SetComponentHandler(Controller, edits.Pointer);
        if (_isSeparate)
        {
            _connections = new Vst3Connections(Component, Controller);
        }

        if (GetComponentState() is { } state)
        {
            ShowComponentState(state);
        }
    }

    private void ShowComponentState(ReadOnlySpan<byte> state)
    {
        if (Controller != null)
        {
            using Vst3StateStream stream = new(state);
            Controller->Vtbl->SetComponentState(Controller, stream.Pointer);
        }
    }

    private void RequireCount(int count)
    {
        if (count < 0)
        {
            throw new PluginLoadException(_path, "it has a negative number of buses or parameters.");
        }
    }
}
