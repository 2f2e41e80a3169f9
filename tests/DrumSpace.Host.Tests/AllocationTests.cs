using DrumSpace.Host.Live;
using DrumSpace.Host.Tests.Live;

namespace DrumSpace.Host.Tests;

/// <summary>Not in parallel with other tests, whose garbage collections would count here.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    [Fact]
    public void Counting_allocates_nothing()
    {
        BlockTimings timings = new();
        timings.Add(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            timings.Add(i * 1000);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("probe")]
    [InlineData("vst3_probe")]
    public void Processing_allocates_nothing(string name)
    {
        using HostedPlugin probe = HostedPlugin.Load(NativePlugins.Path(name));
        HostTransport transport = new(48000, 120) { TimeSignature = (3, 4) };
        transport.SetLoop((0, 0.7));
        transport.Start();
        probe.Transport = transport;
        probe.Configure(48000, 64);
        probe.Resume();
        void Block()
        {
            int frames = transport.BeginBlock(64);
            probe.QueueMidi(new ShortMessage(0, 0x90, 60, 1));
            probe.QueueMidi(new ShortMessage(1, 0xB0, 1, 1));
            probe.Parameters[1].Value = 0.5f;
            probe.Process(frames);
            transport.EndBlock(frames);
        }

        for (int i = 0; i < 500; i++)
        {
            Block();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 5000; i++)
        {
            Block();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(SyncSource.Own)]
    [InlineData(SyncSource.Device)]
    [InlineData(SyncSource.MidiClock)]
    public void Playing_live_allocates_nothing(SyncSource source)
    {
        string wav = Path.GetTempFileName();
        using LiveRig rig = new(["live_steps", "live_synth"], new LiveOptions { SendsClock = true, Source = source, Loop = (0, 0.7) });
        StandInDevice device = rig.Device;
        device.Forgets = true;
        device.Transport = new DeviceTransport(IsPresent: true, true, 0, true, 0, 1e-6, 100, 4, 4);
        device.Send(1, 0xFA);
        for (int tick = 0; tick < 1_000_000 / 900; tick++)
        {
            device.Send(tick * 900, 0xF8);
            device.Send((tick * 900) + 1, 0xF0, 0x7F, 0x7F, 0x06, (byte)(1 + (tick & 1)), 0xF7);
            device.Send((tick * 900) + 2, (byte)(0x90 - (0x10 * (tick & 1))), 60, 100);
        }

        rig.Engine.StartCapture(null, wav);
        for (int block = 0; block < 4000; block++)
        {
            rig.Engine.Transport.Toggle();
            rig.Engine.Transport.SetTempo(100 + (block & 7));
            rig.Engine.Transport.Locate(block & 15);
            device.PlayBlock(1 + (block % 300));
        }

        Assert.Equal(0, rig.Status.AllocatedBytes);
        Assert.Equal(0, rig.Status.Losses);
        rig.WhilePlaying(() => rig.Engine.StopCapture());
        File.Delete(wav);
    }
}
