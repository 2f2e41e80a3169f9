using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Formats.Clap;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>How CLAP's transport becomes the engine's time.</summary>
public class ClapSongTimeTests
{
    private const ClapTransportFlags Playing = ClapTransportFlags.IsPlaying | ClapTransportFlags.HasTempo | ClapTransportFlags.HasBeats;

    [Fact]
    public void A_ramp_is_followed_to_the_position_that_integration_gives()
    {
        ClapEventTransport ramp = new() { Flags = Playing, SongPositionBeats = 7L << 31, Tempo = 90, TempoIncrement = 0.001 };
        ClapSongTime time = new(ramp);
        int played = 0;
        double reached = 7;
        while (played < 48_000)
        {
            int length = 48_000 - played;
            HostTime slice = time.Next(ref length);
            Assert.InRange(length, 1, 32);

            // The integral of (90 + 0.001 n) / 60 quarters a second over n / 48 000 seconds.
            Assert.Equal(7 + (((90.0 * played) + (0.0005 * played * played)) / (60 * 48_000)), reached, 1e-9);

            // The position is reported once; from there on the song moves by the tempo of each slice.
            Assert.Equal((played == 0, 7), (slice.HasPpq, slice.Ppq));
            reached += length * slice.Tempo / (60 * 48_000);
            played += length;
        }

        int rest = 100;
        Assert.Equal(138, time.Next(ref rest).Tempo, 0.02);
    }

    [Fact]
    public void Without_a_ramp_a_block_is_one_slice_and_its_position_is_reported_once()
    {
        ClapSongTime time = new(new ClapEventTransport
        {
            Flags = Playing | ClapTransportFlags.IsLoopActive,
            SongPositionBeats = 7L << 30,
            LoopStartBeats = 1L << 31,
            LoopEndBeats = 4L << 31,
            Tempo = 120,
        });
        int length = 24_000;
        HostTime first = time.Next(ref length);
        Assert.Equal((24_000, 3.5, true, 1.0, 4.0), (length, first.Ppq, first.IsLooping, first.LoopStart, first.LoopEnd));
        Assert.False(time.Next(ref length).HasPpq);
    }

    [Fact]
    public void A_host_that_counts_seconds_alone_is_followed_by_its_tempo()
    {
        ClapSongTime time = new(new ClapEventTransport
        {
            Flags = ClapTransportFlags.IsPlaying | ClapTransportFlags.HasTempo | ClapTransportFlags.HasSeconds
                | ClapTransportFlags.IsLoopActive,
            SongPositionSeconds = 3L << 31,
            LoopStartSeconds = 1L << 31,
            LoopEndSeconds = 8L << 31,
            Tempo = 90,
        });
        int length = 64;
        HostTime now = time.Next(ref length);
        Assert.Equal((true, 4.5, 1.5, 12.0), (now.HasPpq, now.Ppq, now.LoopStart, now.LoopEnd));
        Assert.False(now.HasBarStart);
    }

    [Fact]
    public void What_cannot_be_is_left_out()
    {
        ClapSongTime time = new(new ClapEventTransport
        {
            Flags = (ClapTransportFlags)0xFF,
            Tempo = double.NaN,
            TempoIncrement = double.PositiveInfinity,
            LoopStartBeats = 5L << 31,
            LoopEndBeats = 5L << 31,
        });
        int length = 64;
        HostTime now = time.Next(ref length);
        Assert.Equal((64, true, false, false, false), (length, now.IsPlaying, now.HasTempo, now.HasTimeSignature, now.IsLooping));
    }

    [Fact]
    public void A_transport_that_knows_nothing_stands_still_but_without_one_the_song_runs_free()
    {
        int length = 64;
        HostTime unknown = new ClapSongTime(default(ClapEventTransport)).Next(ref length);
        Assert.Equal((false, true, false), (unknown.IsPlaying, unknown.HasPpq, unknown.HasTempo));
        HostTime none = default(ClapSongTime).Next(ref length);
        Assert.Equal((false, false, false), (none.IsPlaying, none.HasPpq, none.HasTempo));
    }
}
