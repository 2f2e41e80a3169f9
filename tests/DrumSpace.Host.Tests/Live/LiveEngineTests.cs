using DrumSpace.Host.Live;
using DrumSpace.Midi;
using NAudio.Wave;

namespace DrumSpace.Host.Tests.Live;

public sealed class LiveEngineTests
{
    [Fact]
    public void Stopping_ends_notes_that_the_plugin_leaves()
    {
        using LiveRig rig = new(["live_hangs"], new LiveOptions { SendsClock = true });
        rig.Engine.Transport.Play();
        rig.Device.Play(48000);
        Assert.True(rig.Device.Hanging > 0);
        rig.Stop();
        Assert.Equal(0, rig.Device.Hanging);
        Assert.Single(rig.Device.FramesOf(0xFC));
        Assert.False(rig.Engine.IsStarted);
    }

    [Fact]
    public void The_next_device_ends_what_sounded_on_a_lost_one_and_the_song_waits()
    {
        using LiveRig rig = new(["live_hangs"]);
        rig.Engine.Transport.Play();
        rig.Device.Play(48000);
        int hanging = rig.Device.Hanging;
        rig.Device.Lose("gone");
        rig.Engine.Stop();
        rig.Restart(new StandInDevice(44100));
        rig.Device.Play(256);
        Assert.Equal(-hanging, rig.Device.Hanging);
        Assert.False(rig.Status.IsPlaying);
        Assert.Equal(2, rig.Status.Ppq, 3);
    }

    [Fact]
    public void A_chain_passes_midi_on_and_mixes_audio()
    {
        using LiveRig rig = new(["live_steps", "live_synth"]);
        rig.Device.Play(256);
        Assert.Equal(0, rig.Device.Block.Output(0)[255]);
        rig.Engine.Transport.Play();
        rig.Device.Play(256);
        Assert.Equal(0.25f, rig.Device.Block.Output(1)[255]);
        Assert.Equal(0.25f, rig.Status.Peaks[0]);
        Assert.Equal((256, 36), rig.Device.NoteOns.Single());
    }

    [Fact]
    public void Midi_goes_to_the_first_plugin()
    {
        using LiveRig rig = new(["live_synth"]);
        rig.Device.Send(300, 0x90, 60, 100);
        rig.Device.Play(512);
        Assert.Equal(0.25f, rig.Device.Block.Output(0)[0]);
        rig.Device.Send(520, 0x80, 60, 0);
        rig.Device.Play(256);
        Assert.Equal(0, rig.Device.Block.Output(0)[0]);
        Assert.Empty(rig.Device.Out);
    }

    [Fact]
    public void A_capture_has_the_notes_and_the_sound()
    {
        string folder = Directory.CreateTempSubdirectory("drumspace-capture-").FullName;
        try
        {
            using LiveRig rig = new(["live_steps", "live_synth"]);
            string midi = Path.Combine(folder, "song.mid");
            string wav = Path.Combine(folder, "song.wav");
            rig.Engine.StartCapture(midi, wav);
            rig.Engine.Transport.Play();
            rig.Device.Play(48000);
            rig.Engine.Transport.SetTempo(60);
            rig.Device.Play(48000);
            rig.Engine.Transport.Stop();
            rig.Device.Play(4800);
            long lost = -1;
            rig.WhilePlaying(() => lost = rig.Engine.StopCapture());
            Assert.Equal(0, lost);
            MidiFile file = MidiFile.Read(midi);
            TrackEvent[] notes = [.. file.Tracks[0].Events.ToArray().Where(one => (one.Status & 0xF0) == 0x90)];

            // Two quarters at 120, one at 60, in 16ths of 240 ticks. (Blocks end at multiples of 256.)
            Assert.Equal(Enumerable.Range(0, notes.Length).Select(step => (long)step * 240), notes.Select(one => one.Ticks));
            Assert.InRange(notes.Length, 12, 13);
            using WaveFileReader reader = new(wav);
            Assert.Equal(48000, reader.WaveFormat.SampleRate);
            Assert.True(reader.SampleCount >= 100_800, $"{reader.SampleCount} frames");
            byte[] sample = new byte[6];
            reader.ReadExactly(sample);

            // A quarter of full scale, 24 bits.
            Assert.Equal((0, 0x20), (sample[1], sample[2]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Played_messages_are_there_for_views()
    {
        using LiveRig rig = new();
        rig.Engine.Transport.Play();
        rig.Device.Play(12_001);
        PlayedMessage[] room = new PlayedMessage[rig.Engine.Played.Capacity];
        PlayedMessage[] notes = [.. rig.Engine.Played.Read(room, out long time).ToArray().Where(one => (one.Status & 0xF0) == 0x90)];
        Assert.Equal(12_001, time);
        Assert.Equal([0, 0.25, 0.5], notes.Select(one => one.Ppq).Select(ppq => Math.Round(ppq, 9)));
    }

    [Fact]
    public void What_ran_by_the_clock_of_a_lost_device_is_stopped_by_the_next()
    {
        using LiveRig rig = new(new LiveOptions { SendsClock = true });
        rig.Engine.Transport.Play();
        rig.Device.Play(4800);
        rig.Device.Lose("gone");
        rig.Engine.Stop();
        rig.Restart(new StandInDevice());
        rig.Device.Play(256);
        Assert.Equal([0], rig.Device.FramesOf(0xFC));
    }

    [Fact]
    public void A_captured_note_shortly_before_the_end_is_kept()
    {
        string folder = Directory.CreateTempSubdirectory("drumspace-capture-").FullName;
        try
        {
            using LiveRig rig = new();
            string midi = Path.Combine(folder, "song.mid");
            rig.Engine.StartCapture(midi, null);
            rig.Engine.Transport.Play();
            rig.Device.Play(6144);
            rig.Device.Lose("gone");
            rig.Engine.Stop();
            TrackEvent[] notes = [.. MidiFile.Read(midi).Tracks[0].Events.ToArray().Where(one => (one.Status & 0xF0) == 0x90)];
            Assert.Equal([0L, 240], notes.Select(one => one.Ticks));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_second_start_is_refused()
    {
        using LiveRig rig = new();
        Assert.Throws<InvalidOperationException>(() => rig.Engine.Start(new StandInDevice()));
    }

    [Fact]
    public void Controls_refuse_what_makes_no_sense()
    {
        using LiveRig rig = new();
        LiveTransport transport = rig.Engine.Transport;
        Assert.Throws<ArgumentOutOfRangeException>(() => transport.SetTempo(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => transport.SetTempo(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => transport.Locate(-1));
        Assert.Throws<ArgumentException>(() => transport.SetLoop((1, 1.1)));
    }
}
