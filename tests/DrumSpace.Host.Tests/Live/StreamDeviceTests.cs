using DrumSpace.Host.Live;
using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Tests.Live;

/// <summary>Audio and MIDI without a common clock, in simulated time.</summary>
[Collection(nameof(AllocationTests))]
public sealed class StreamDeviceTests : IDisposable
{
    private const double Rate = 48000;
    private readonly SimulatedStream _stream = new(3);
    private readonly SimulatedMidi _midi;
    private readonly StreamDevice _device;

    public StreamDeviceTests()
    {
        _midi = new SimulatedMidi(_stream);
        _device = new StreamDevice(_stream, _midi, 0, 2);
    }

    public void Dispose()
    {
        _device.Dispose();
        _midi.Dispose();
        _stream.Dispose();
    }

    [Fact]
    public void Notes_leave_as_far_apart_as_their_frames_though_the_thread_wakes_late()
    {
        _stream.Jitter = 1e-3;
        const int Period = 6007;
        Pulse pulse = new(Period);
        Play(pulse, 40_000);
        double worst = 0;
        for (int i = 200; i < _midi.Count; i++)
        {
            // A note sounds when its frame does: what is played ahead, and the mean lateness, are the same for all.
            double ideal = ((i * (long)Period) + SimulatedStream.Ahead) / Rate;
            worst = Math.Max(worst, Math.Abs(_midi.Sent[i].Seconds - ideal - 0.5e-3));
        }

        Assert.Equal(40_000 * 128 / Period + 1, _midi.Count);
        Assert.InRange(worst * Rate, 0, 6);
    }

    [Fact]
    public void What_comes_in_keeps_its_distances()
    {
        for (int i = 0; i < 1000; i++)
        {
            _midi.Incoming.Enqueue((0.1 + (i * 0.00731), [0x90, 60, 1]));
        }

        Listener listener = new();
        Play(listener, 3000);
        Assert.Equal(1000, listener.Frames.Count);
        double[] late = [.. listener.Frames.Select((frame, i) => frame - ((0.1 + (i * 0.00731)) * Rate))];
        Assert.InRange(late.Max() - late.Min(), 0, 1.01);
        Assert.InRange(late.Min(), 126.9, 129);
    }

    [Fact]
    public void After_a_dropout_notes_are_with_the_sound_again()
    {
        Pulse pulse = new(1000);
        Play(pulse, 100);
        _stream.DropsOut = true;
        Play(pulse, 100);
        Assert.Equal(1, _device.Xruns);
        double last = ((_midi.Count - 1) * 1000L + SimulatedStream.Ahead) / Rate + 0.05;
        Assert.Equal(last, _midi.Sent[^1].Seconds, 6);
    }

    [Fact]
    public void Messages_that_do_not_fit_are_counted()
    {
        _midi.IsFull = true;
        Pulse pulse = new(64);
        Play(pulse, 11);
        Assert.Equal(20, pulse.DroppedBefore);
    }

    [Fact]
    public void A_device_that_is_gone_ends_its_thread_and_says_why()
    {
        _stream.IsGone = true;
        Pulse pulse = new(64);
        _device.Start(pulse);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref pulse.Blocks) > 0, TimeSpan.FromSeconds(60)));
        _device.Stop();
        Assert.Equal(1, pulse.Blocks);
        Assert.Equal("It is gone.", _device.Failure);
    }

    [Fact]
    public void Playing_allocates_nothing()
    {
        for (int i = 0; i < 4000; i++)
        {
            _midi.Incoming.Enqueue((i * 0.003, [0x90, 60, 1]));
        }

        Pulse pulse = new(100);
        Play(pulse, 500);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(pulse, 3000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(pulse.Received > 2000);
    }

    private void Play(LiveProcessor processor, int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            Assert.True(_device.TryPlayBlock(processor));
        }
    }

    /// <summary>A note-on every so many frames.</summary>
    private sealed class Pulse(int period) : LiveProcessor
    {
        public int Blocks;
        private long _frame;

        public int Received { get; private set; }

        /// <summary>The messages that the blocks before the last one lost.</summary>
        public long DroppedBefore { get; private set; }

        public override void Process(LiveBlock block)
        {
            DroppedBefore = block.MidiOut.Dropped;
            Received += block.MidiIn.Count;
            for (int i = 0; i < block.Frames; i++)
            {
                if (_frame++ % period == 0)
                {
                    block.MidiOut.Add(i, [0x99, 36, 100]);
                }
            }

            Volatile.Write(ref Blocks, Blocks + 1);
        }

        public override SongPosition PositionOf(long frame) => default;
    }

    private sealed class Listener : LiveProcessor
    {
        private long _frame;

        public List<long> Frames { get; } = [];

        public override void Process(LiveBlock block)
        {
            for (int i = 0; i < block.MidiIn.Count; i++)
            {
                Frames.Add(_frame + block.MidiIn.FrameOf(i));
            }

            _frame += block.Frames;
        }

        public override SongPosition PositionOf(long frame) => default;
    }
}
