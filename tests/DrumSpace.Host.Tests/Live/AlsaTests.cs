using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Host.Interop.Alsa;
using DrumSpace.Host.Live;

namespace DrumSpace.Host.Tests.Live;

/// <summary>The ALSA driver over ALSA's own devices that need no sound card: "null", which takes everything at once, and "file" before it.</summary>
[Collection(nameof(AllocationTests))]
public sealed unsafe class AlsaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-alsa-").FullName;

    public AlsaTests()
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libasound.so.2", out _), "No ALSA: apt-get install libasound2");
        File.WriteAllText(Path.Combine(_folder, "asoundrc"), $$"""
            pcm.nothing { type null hint { show on description "Nothing at all" } }
            pcm.floats { type file slave.pcm nothing file "{{_folder}}/floats" format raw }
            pcm.shorts { type linear slave { pcm { type file slave.pcm nothing file "{{_folder}}/shorts" format raw } format S16_LE } }
            pcm.ones { type file slave.pcm nothing file /dev/null infile "{{_folder}}/ones" format raw }
            """);

        // The library reads the C environment, which the runtime's own is a copy of.
        _ = SetVariable("ALSA_CONFIG_PATH", Path.Combine(_folder, "asoundrc"), 1);
    }

    public void Dispose()
    {
        _ = UnsetVariable("ALSA_CONFIG_PATH");
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_a_processor_plays_reaches_the_device_after_the_silence_that_is_played_ahead()
    {
        float[] samples = MemoryMarshal.Cast<byte, float>(Play("floats")).ToArray();
        int first = Array.FindIndex(samples, sample => sample != 0);
        Assert.True(first > 0 && first % 128 == 0);
        for (int i = 0; i < 3000; i++)
        {
            Assert.Equal((i + 1) / 65536f, samples[first + (2 * i)]);
            Assert.Equal(-(i + 1) / 65536f, samples[first + (2 * i) + 1]);
        }
    }

    [Fact]
    public void A_device_of_whole_numbers_gets_the_same()
    {
        short[] samples = MemoryMarshal.Cast<byte, short>(Play("shorts")).ToArray();
        int first = Array.FindIndex(samples, sample => sample != 0) / 2 * 2;
        for (int i = 0; i < 3000; i++)
        {
            Assert.InRange(samples[first + (2 * i)] - (i / 2.0), -1, 1.5);
        }
    }

    [Fact]
    public void What_a_device_records_reaches_the_processor()
    {
        float[] recorded = [.. Enumerable.Range(0, 100_000).Select(i => i / 131072f)];
        File.WriteAllBytes(Path.Combine(_folder, "ones"), MemoryMarshal.AsBytes<float>(recorded).ToArray());
        using LiveDevice device = new AlsaDriver().Open(new LiveDeviceRequest
        {
            AudioOutput = "nothing", AudioInput = "ones", Inputs = 2, BlockFrames = 64,
        });
        Ramp ramp = new(1000);
        Run(device, ramp);
        Assert.Equal(recorded[..2000], ramp.Recorded[..2000]);
    }

    [Fact]
    public void A_block_allocates_nothing()
    {
        using AlsaAudio audio = new(new LiveDeviceRequest(), "nothing", "nothing", 48000, 64);
        LiveBlock block = new(0, 2, audio.BlockFrames);
        Assert.True(audio.TryStart());
        long before = 0;
        for (int i = 0; i < 2000; i++)
        {
            before = i == 1000 ? GC.GetAllocatedBytesForCurrentThread() : before;
            block.Begin(audio.BlockFrames, default);
            Assert.True(audio.TryRead(block) && audio.TryWrite(block));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_device_that_is_not_there_is_named_and_none_is_taken_in_its_place()
    {
        LiveDeviceException error = Assert.Throws<LiveDeviceException>(
            () => new AlsaDriver().Open(new LiveDeviceRequest { AudioOutput = "stage piano" }));
        Assert.Equal("The ALSA device \"stage piano\" cannot play: there is no such device.", error.Message);
    }

    [Fact]
    public void The_devices_that_the_configuration_names_are_listed() => Assert.Contains(
        new LiveDeviceInfo(LiveDeviceKind.AudioOutput, "nothing", "Nothing at all"), new AlsaDriver().List());

    [Fact]
    public void Without_a_sequencer_in_the_kernel_there_is_sound_and_a_word_of_it_unless_a_port_was_named()
    {
        Assert.SkipWhen(File.Exists("/dev/snd/seq"), "This kernel has a sequencer.");
        using LiveDevice device = new AlsaDriver().Open(new LiveDeviceRequest { AudioOutput = "nothing" });
        Assert.StartsWith("There is no MIDI: This kernel has no ALSA sequencer", device.Notice);
        LiveDeviceException error = Assert.Throws<LiveDeviceException>(
            () => new AlsaDriver().Open(new LiveDeviceRequest { AudioOutput = "nothing", MidiOutputs = ["drum machine:in"] }));
        Assert.StartsWith("This kernel has no ALSA sequencer: /dev/snd/seq is missing", error.Message);
    }

    [Fact]
    public void Events_are_laid_out_as_the_library_lays_them_out()
    {
        Assert.Equal(28, Unsafe.SizeOf<SequencerEvent>());
        nint coder;
        Assert.Equal(0, Asound.snd_midi_event_new(64, &coder));
        SequencerEvent made = default;
        byte* note = stackalloc byte[] { 0x99, 38, 77 };
        Assert.Equal(3, Asound.snd_midi_event_encode(coder, note, 3, &made));
        made.Flags |= SequencerEvent.RealTime;
        made.Queue = 5;
        made.Time = SequencerTime.Of(2.25);
        made.SourcePort = 3;
        made.TargetClient = SequencerEvent.Subscribers;

        // Type 6 is a note-on; flags, tag, queue; seconds, nanoseconds; source, target; channel, key, velocity.
        byte[] expected = [6, 1, 0, 5, 2, 0, 0, 0, 0x80, 0xB2, 0xE6, 0x0E, 0, 3, 254, 0, 9, 38, 77];
        Assert.Equal(expected, new ReadOnlySpan<byte>(&made, 19).ToArray());
        byte* back = stackalloc byte[8];
        Asound.snd_midi_event_no_status(coder, 1);
        Assert.Equal(3, Asound.snd_midi_event_decode(coder, back, 8, &made));
        Assert.Equal([0x99, 38, 77], new ReadOnlySpan<byte>(back, 3).ToArray());
        Asound.snd_midi_event_free(coder);
    }

    [Fact]
    public void Ports_of_the_same_name_are_told_apart() => Assert.Equal(
        ["synth:in", "synth:in #2", "pad:in"],
        AlsaMidiAddress.WithUniqueNames([new("synth:in", 20, 0), new("synth:in", 21, 0), new("pad:in", 22, 0)]).Select(port => port.Name));

    private byte[] Play(string name)
    {
        using (LiveDevice device = new AlsaDriver().Open(new LiveDeviceRequest { AudioOutput = name, BlockFrames = 64 }))
        {
            Assert.Equal(48000, device.SampleRate);
            Run(device, new Ramp(3100));
        }

        return File.ReadAllBytes(Path.Combine(_folder, name));
    }

    private static void Run(LiveDevice device, Ramp ramp)
    {
        device.Start(ramp);
        Assert.True(SpinWait.SpinUntil(() => ramp.IsDone || device.Failure != null, TimeSpan.FromSeconds(60)));
        device.Stop();
        Assert.Null(device.Failure);
    }

    [DllImport("libc.so.6", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrites);

    [DllImport("libc.so.6", EntryPoint = "unsetenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int UnsetVariable(string name);

    /// <summary>Counts frames upwards on the left and downwards on the right, and keeps what it records.</summary>
    private sealed class Ramp(int frames) : LiveProcessor
    {
        private int _frame;
        private int _count;
        private volatile bool _isDone;

        public float[] Recorded { get; } = new float[4096];

        public bool IsDone => _isDone;

        public override void Process(LiveBlock block)
        {
            for (int i = 0; i < block.Frames; i++)
            {
                if (block.InputCount == 2 && _count < Recorded.Length)
                {
                    Recorded[_count++] = block.Input(0)[i];
                    Recorded[_count++] = block.Input(1)[i];
                }

                _frame = Math.Min(_frame + 1, 65535);
                block.Output(0)[i] = _frame / 65536f;
                block.Output(1)[i] = -_frame / 65536f;
            }

            _isDone = _frame >= frames;
        }

        public override SongPosition PositionOf(long frame) => default;
    }
}
