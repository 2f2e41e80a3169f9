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
}
