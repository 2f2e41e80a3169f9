using DrumSpace.Engine.Capture;

namespace DrumSpace.Engine.Tests.Capture;

public class HeardRingTests(ITestOutputHelper output)
{
    [Fact]
    public void A_record_keeps_what_it_is_given()
    {
        CaptureEvent note = CaptureEvent.OfNote(1L << 39, new MidiEvent(5, 0x9F, 127, 126), 14);
        Assert.Equal((CaptureEventKind.NoteOn, 1L << 39, 14, 15, 127, 126), (note.Kind, note.Ticks, note.Part, note.Channel, note.Number, note.Velocity));
        CaptureEvent end = CaptureEvent.OfNote(3, new MidiEvent(0, 0x80, 1, 0), 0);
        Assert.Equal((CaptureEventKind.NoteOff, 3L, 0, 0, 1, 0), (end.Kind, end.Ticks, end.Part, end.Channel, end.Number, end.Velocity));
        CaptureEvent bar = CaptureEvent.OfBar(960, new BarShape(64, 64, 0));
        Assert.Equal((CaptureEventKind.Bar, 960L, 64, 64), (bar.Kind, bar.Ticks, bar.Numerator, bar.Denominator));
        CaptureEvent tempo = CaptureEvent.OfTempo(0, 133.333);
        Assert.Equal(CaptureEventKind.Tempo, tempo.Kind);
        Assert.Equal(133.333, tempo.Tempo, 1.0 / 4096);
        Assert.Equal(0, CaptureEvent.OfNote(-5, new MidiEvent(0, 0x90, 1, 1), 0).Ticks);
    }

    [Fact]
    public void A_reader_sees_an_unbroken_run_of_whole_records_while_the_writer_never_waits()
    {
        int seed = Seed.Take(output.WriteLine);
        HeardRing ring = new(1 << 10);
        using CancellationTokenSource done = new();
        Thread writer = new(() =>
        {
            Random random = new(seed);
            for (long number = 0; !done.IsCancellationRequested;)
            {
                int most = random.Next(200);
                int count = random.Next(most + 1);
                ring.Begin(most);
                for (int i = 0; i < count; i++, number++)
                {
                    // The ticks count up; the rest follows from them, so that a mixed word shows.
                    ring.Add(CaptureEvent.OfNote(number, new MidiEvent(0, (byte)(0x90 | number % 16), (byte)(number % 127), 1), 0));
                }

                ring.End(number);
            }
        });
        writer.Start();
        CaptureEvent[] room = new CaptureEvent[ring.Capacity];
        long last = 0;
        int full = 0;
        for (int read = 0; read < 3_000 || full < 100; read++)
        {
            Span<CaptureEvent> records = ring.Read(room, out long now);
            for (int i = 0; i < records.Length; i++)
            {
                long number = records[0].Ticks + i;
                Assert.Equal((number, number % 16, number % 127), (records[i].Ticks, records[i].Channel, records[i].Number));
            }

            Assert.True(records.Length == 0 || now <= records[^1].Ticks + 1, "Now lies behind what is there.");
            Assert.True(records.Length == 0 || records[^1].Ticks >= last, "What was there is gone.");
            last = records.Length == 0 ? last : records[^1].Ticks;
            full += records.Length > 500 ? 1 : 0;
        }

        done.Cancel();
        writer.Join();
        Assert.InRange(ring.Read(room, out _).Length, 1 << 10 >> 1, 1 << 10);
    }
}
