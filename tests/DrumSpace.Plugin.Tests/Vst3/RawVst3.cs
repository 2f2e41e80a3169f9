using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Formats.Vst3;
using DrumSpace.Plugin.Tests.Window;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>
/// A VST3 instance, driven through its tables of functions, with a fake host: in managed code with a fake window, or one of the built
/// library.
/// </summary>
internal sealed unsafe class RawVst3 : IDisposable
{
    /// <summary>The longest block that has buffers.</summary>
    public const int MaxFrames = 8192;

    private readonly float* _sound = (float*)NativeMemory.AllocZeroed(2 * MaxFrames, sizeof(float));
    private readonly Vst3Plugin? _plugin;
    private bool _isReleased;

    public RawVst3(bool hasLoop = true, bool isInitialized = true, bool isBuilt = false)
    {
        Host = new HostHandler(hasLoop);
        if (isBuilt)
        {
            Component = CreateBuilt();
        }
        else
        {
            _plugin = new Vst3Plugin(Fixture.Services);
            Component = (Vst3Component*)_plugin.Query(Vst3Component.Id);
            _plugin.Release();
        }

        Processor = (Vst3AudioProcessor*)Query(Vst3AudioProcessor.Id);
        Controller = (Vst3EditController*)Query(Vst3EditController.Id);
        Units = (Vst3UnitInformation*)Query(Vst3UnitInformation.Id);
        if (isInitialized)
        {
            Assert.Equal(Vst3Result.Ok, Component->Vtbl->Base.Initialize(Component, (Vst3Unknown*)Host.First));
            Assert.Equal(Vst3Result.Ok, Controller->Vtbl->SetComponentHandler(Controller, (Vst3ComponentHandler*)Host.First));
        }
    }

    public WindowFixture Fixture { get; } = new();

    public HostHandler Host { get; }

    public PluginCore Core => _plugin!.Core;

    public Vst3Component* Component { get; }

    public Vst3AudioProcessor* Processor { get; }

    public Vst3EditController* Controller { get; }

    public Vst3UnitInformation* Units { get; }

    /// <summary>What the host gives with the next block; empty after it.</summary>
    public HostEvents EventsIn { get; } = new();

    /// <summary>What the plugin gave with the last block.</summary>
    public HostEvents EventsOut { get; } = new();

    /// <summary>The values that the host gives with the next block; empty after it.</summary>
    public HostValues ValuesIn { get; } = new();

    /// <summary>The values that the plugin gave with the last block.</summary>
    public HostValues ValuesOut { get; } = new();

    /// <summary>The song's time of the next block; it moves on with each block while the song plays.</summary>
    public Vst3ProcessContext Time { get; set; } = new() { SampleRate = 48_000, Tempo = 120, State = Vst3ContextFlags.TempoValid };

    /// <summary>The sound of the last block.</summary>
    public ReadOnlySpan<float> Left => new(_sound, MaxFrames);

    public static uint AddReference(void* any) => ((Vst3Unknown*)any)->Vtbl->AddRef(any);

    public static uint Release(void* any) => ((Vst3Unknown*)any)->Vtbl->Release(any);

    private static Vst3Component* CreateBuilt()
    {
        BuiltPlugin.SkipUnlessBuilt();
        nint library = NativeLibrary.Load(BuiltPlugin.Vst3Path);
        Vst3PluginFactory* factory =
            ((delegate* unmanaged[Cdecl]<Vst3PluginFactory*>)NativeLibrary.GetExport(library, Vst3PluginFactory.SymbolName))();
        Vst3Id classId = Vst3Factory.ClassId;
        Vst3Id id = Vst3Component.Id;
        void* created;
        Assert.Equal(Vst3Result.Ok, factory->Vtbl->CreateInstance(factory, &classId, &id, &created));
        Release(factory);
        return (Vst3Component*)created;
    }

    /// <summary>Another interface of the instance, with a reference; null for none.</summary>
    public void* Query(Vst3Id id) => Vst3Object.Query(Component, id);

    public void Start(double sampleRate = 48_000, int longest = 4096)
    {
        Vst3ProcessSetup setup = new() { SampleRate = sampleRate, MaxSamplesPerBlock = longest };
        Assert.Equal(Vst3Result.Ok, Processor->Vtbl->SetupProcessing(Processor, &setup));
        Assert.Equal(Vst3Result.Ok, Component->Vtbl->SetActive(Component, 1));
        Assert.Equal(Vst3Result.Ok, Processor->Vtbl->SetProcessing(Processor, 1));
    }

    public void Stop()
    {
        Assert.Equal(Vst3Result.Ok, Processor->Vtbl->SetProcessing(Processor, 0));
        Assert.Equal(Vst3Result.Ok, Component->Vtbl->SetActive(Component, 0));
    }

    /// <summary>Lets the song play from a position in quarters.</summary>
    public void Play(double quarters) => Time = Time with
    {
        State = Vst3ContextFlags.Playing | Vst3ContextFlags.TempoValid | Vst3ContextFlags.ProjectTimeMusicValid,
        ProjectTimeMusic = quarters,
    };

    /// <summary>Processes a block.</summary>
    public int Process(int frames, Vst3SampleSize size = Vst3SampleSize.Sample32, Vst3ProcessMode mode = Vst3ProcessMode.Offline)
    {
        if (EventsOut.IsRecording)
        {
            EventsOut.All.Clear();
            ValuesOut.Clear();
        }

        float** channels = stackalloc float*[2] { _sound, _sound + MaxFrames };
        Vst3AudioBusBuffers bus = new() { ChannelCount = 2, SilenceFlags = 3, Channels = (void**)channels };
        Vst3ProcessContext time = Time;
        Vst3ProcessData data = new()
        {
            ProcessMode = mode,
            SymbolicSampleSize = size,
            SampleCount = frames,
            OutputCount = 1,
            Outputs = &bus,
            InputEvents = EventsIn.Pointer,
            OutputEvents = EventsOut.Pointer,
            InputParameterChanges = ValuesIn.Pointer,
            OutputParameterChanges = ValuesOut.Pointer,
            ProcessContext = &time,
        };
        int result = Processor->Vtbl->Process(Processor, &data);
        EventsIn.All.Clear();
        ValuesIn.Clear();
        if (Time.State.HasFlag(Vst3ContextFlags.Playing))
        {
            Time = Time with { ProjectTimeMusic = Time.ProjectTimeMusic + (frames * Time.Tempo / (60 * Time.SampleRate)) };
        }

        return result;
    }

    public double Get(uint id) => Controller->Vtbl->GetParamNormalized(Controller, id);

    public int Set(uint id, double value) => Controller->Vtbl->SetParamNormalized(Controller, id, value);

    public string TextOf(uint id, double value)
    {
        char* text = stackalloc char[Vst3Text.Size];
        Assert.Equal(Vst3Result.Ok, Controller->Vtbl->GetParamStringByValue(Controller, id, value, text));
        return new string(text);
    }

    public double? ValueOf(uint id, string text)
    {
        double value;
        fixed (char* first = text)
        {
            return Controller->Vtbl->GetParamValueByString(Controller, id, first, &value) == Vst3Result.Ok ? value : null;
        }
    }

    public Vst3ParameterInfo Describe(int index)
    {
        Vst3ParameterInfo info;
        Assert.Equal(Vst3Result.Ok, Controller->Vtbl->GetParameterInfo(Controller, index, &info));
        return info;
    }

    public byte[] GetState()
    {
        HostStreamObject stream = new();
        Assert.Equal(Vst3Result.Ok, Component->Vtbl->GetState(Component, stream.Pointer));
        return stream.Bytes;
    }

    public int SetState(byte[] state, int most = int.MaxValue) =>
        Component->Vtbl->SetState(Component, new HostStreamObject(state, most).Pointer);

    public Vst3PlugView* CreateView()
    {
        fixed (byte* name = Vst3ViewType.Editor)
        {
            return Controller->Vtbl->CreateView(Controller, name);
        }
    }

    /// <summary>The managed bytes that blocks allocated since the activation. From now on the host keeps nothing.</summary>
    public long ProcessBytes()
    {
        EventsOut.IsRecording = ValuesOut.IsRecording = false;
        void* diagnostics = Query(Vst3Diagnostics.Id);
        long bytes = (*(Vst3Diagnostics.Table**)diagnostics)->Read(diagnostics, (int)Diagnostic.ProcessBytes);
        Release(diagnostics);
        return bytes;
    }

    /// <summary>Ends the instance as a host does; views may be left.</summary>
    /// <returns>The references that are left.</returns>
    public uint ReleaseAll()
    {
        _isReleased = true;
        Component->Vtbl->Base.Terminate(Component);
        Release(Processor);
        Release(Controller);
        Release(Units);
        return Release(Component);
    }

    public void Dispose()
    {
        if (!_isReleased)
        {
            ReleaseAll();
        }

        NativeMemory.Free(_sound);
        Fixture.Dispose();
    }
}
