using DrumSpace.Engine;
using DrumSpace.Plugin.Capture;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>Whatever comes in, the audio thread allocates nothing.</summary>
public sealed class InputAllocationTests : IDisposable
{
    private const int Frames = 256;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");
    private readonly float[] _left = new float[Frames];
    private readonly float[] _right = new float[Frames];
    private readonly Counter _output = new();
    private double _ppq;

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Messages_of_every_kind_more_than_fit_allocate_nothing()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        using PluginCore core = new(_models.List(), new CaptureFolder(new ManualClock(), "/nowhere"));
        core.SetSampleRate(48_000);
        core.Parameters.Set(ParameterTable.Thru, true);
        core.Parameters.Set(ParameterTable.SlotKeysOn, true);
        core.Parameters.Set(ParameterTable.FillKey, 60);
        core.Resume();
        for (int block = 0; block < 200; block++)
        {
            Play(core, random);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int block = 0; block < 200; block++)
        {
            Play(core, random);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(_output.Count > 1000);
    }

    private void Play(PluginCore core, Random random)
    {
        for (int number = random.Next(1500); number > 0; number--)
        {
            int status = random.Next(0x80, 0xF0);

            // Controllers, among them the modes of channels, but not 7 and 16 to 19, which move what is decoded anew.
            int data = (status & 0xF0) == 0xB0 ? random.Next(2) == 0 ? random.Next(120, 128) : 64 + random.Next(8) : random.Next(128);
            if ((status & 0xF0) != 0xC0)
            {
                core.QueueMidi(new MidiEvent(random.Next(Frames), (byte)status, (byte)data, (byte)random.Next(128)));
            }
        }

        core.QueueNoteOff(-1, -1, 0);
        HostTime time = new() { IsPlaying = true, HasPpq = true, Ppq = _ppq, HasTempo = true, Tempo = 120 };
        core.Process(time, Frames, new BlockOutput(_left, _right, accumulate: false), RenderSpeed.RealTime, _output);
        _ppq += Frames / 24_000.0;
    }

    private sealed class Counter : MidiSink
    {
        public int Count { get; private set; }

        public override void Add(in MidiEvent midi) => Count++;
    }
}
