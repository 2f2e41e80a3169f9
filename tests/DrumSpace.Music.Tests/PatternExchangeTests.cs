namespace DrumSpace.Music.Tests;

public class PatternExchangeTests
{
    [Fact]
    public void Nothing_is_taken_before_anything_was_published() => Assert.False(new PatternExchange().TryTake());

    [Fact]
    public void The_reader_takes_the_newest_beat_once()
    {
        PatternExchange exchange = new();
        for (long serial = 1; serial <= 3; serial++)
        {
            exchange.Writing.Serial = serial;
            exchange.Publish();
        }

        Assert.True(exchange.TryTake());
        Assert.Equal(3, exchange.Reading.Serial);
        Assert.False(exchange.TryTake());
        Assert.Equal(3, exchange.Reading.Serial);
    }

    [Fact]
    public void The_two_sides_never_share_a_beat_and_no_beat_is_torn()
    {
        PatternExchange exchange = new();
        const int Count = 200_000;
        Thread writer = new(() =>
        {
            for (int serial = 1; serial <= Count; serial++)
            {
                DecodedPattern beat = exchange.Writing;
                beat.Serial = serial;
                Array.Fill(beat.Probabilities, serial);
                exchange.Publish();
            }
        });
        writer.Start();
        long last = 0;
        while (last < Count)
        {
            if (!exchange.TryTake())
            {
                continue;
            }

            DecodedPattern beat = exchange.Reading;
            Assert.True(beat.Serial > last);
            last = beat.Serial;
            Assert.DoesNotContain(beat.Probabilities, p => p != last);
        }

        writer.Join();
    }
}
