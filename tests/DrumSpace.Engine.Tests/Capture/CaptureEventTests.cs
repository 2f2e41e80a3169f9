using DrumSpace.Engine.Capture;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Tests.Capture;

public class CaptureEventTests
{
    [Fact]
    public void A_note_keeps_its_part_channel_number_and_velocity()
    {
        CaptureEvent on = CaptureEvent.OfNote(1L << 38, new MidiEvent(5, 0x9F, 127, 126), new NoteSource(14, IsOfNextBar: true));
        Assert.Equal((CaptureEventKind.NoteOn, 1L << 38), (on.Kind, on.Ticks));
        Assert.Equal((14, 15, 127, 126, true), (on.Part, on.Channel, on.Number, on.Velocity, on.IsOfNextBar));
        CaptureEvent off = CaptureEvent.OfNote(3, new MidiEvent(0, 0x80, 1, 0), new NoteSource(0));
        Assert.Equal((CaptureEventKind.NoteOff, 3), (off.Kind, off.Ticks));
        Assert.Equal((0, 0, 1, 0, false), (off.Part, off.Channel, off.Number, off.Velocity, off.IsOfNextBar));
    }

    [Fact]
    public void A_bar_keeps_its_signature_and_a_tempo_its_value()
    {
        CaptureEvent bar = CaptureEvent.OfBar(960, new Meter(64, 64, 0), isAfterJump: true);
        Assert.Equal((CaptureEventKind.Bar, 960), (bar.Kind, bar.Ticks));
        Assert.Equal((64, 64, true), (bar.Numerator, bar.Denominator, bar.IsAfterJump));
        CaptureEvent tempo = CaptureEvent.OfTempo(0, 133.333);
        Assert.Equal(CaptureEventKind.Tempo, tempo.Kind);
        Assert.Equal(133.333, tempo.Tempo, 1.0 / 4096);
    }

    [Fact]
    public void No_event_lies_before_the_start() =>
        Assert.Equal(0, CaptureEvent.OfNote(-5, new MidiEvent(0, 0x90, 1, 1), new NoteSource(0)).Ticks);
}
