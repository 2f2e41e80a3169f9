using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>A drag's course against a transport that writes down what is sent. Times are milliseconds.</summary>
public sealed class XdndSourceTests
{
    private static readonly XdndPeer Target = new(1, 1, 5);
    private static readonly XdndPeer Other = new(2, 20, 3);

    private readonly FakeTransport _transport = new() { Peer = Target };
    private readonly List<bool> _ends = [];
    private readonly XdndSource _source;

    public XdndSourceTests() => _source = new XdndSource(_transport, _ends.Add);

    [Fact]
    public void A_drag_enters_repeats_its_position_drops_and_finishes()
    {
        Begin();
        Assert.Equal(["begin /a.mid", "enter 1", "position 1 10,10"], _transport.Take());
        long now = Answer(1000, accepts: true, until: 1300);
        Assert.Equal(4, _transport.Take().Count(line => line == "position 1 10,10"));
        _source.Release(12, 10, 7, now);
        Assert.Equal(["ungrab", "position 1 12,10"], _transport.Take());
        _source.Status(1, true, now + 1);
        Assert.Equal(["taken True", "drop 1"], _transport.Take());
        _source.Served();
        _source.Finished(1, isTaken: true);
        Assert.Equal(["ungrab", "withdraw"], _transport.Take());
        Assert.Equal([true], _ends);
        Assert.False(_source.IsActive);
    }

    [Fact]
    public void One_position_is_in_flight_and_the_newest_follows()
    {
        Begin();
        _transport.Take();
        _source.Move(20, 20, 2, 1005);
        _source.Move(30, 30, 3, 1010);
        Assert.Empty(_transport.Take());
        _source.Status(1, true, 1015);
        Assert.Equal(["taken True", "position 1 30,30"], _transport.Take());
    }

    [Fact]
    public void A_short_drag_stays_200_ms_over_its_target_and_the_last_status_counts()
    {
        Begin();
        _source.Release(10, 10, 2, 1010);
        _source.Status(1, false, 1020);
        Assert.True(_source.IsActive);
        long now = Answer(1020, accepts: false, until: 1100);
        Answer(now, accepts: true, until: 1300);
        Assert.Contains("drop 1", _transport.Take());
    }

    [Fact]
    public void A_window_that_refuses_is_asked_six_times_even_if_it_is_slow()
    {
        Begin();
        _source.Release(10, 10, 2, 1010);
        for (long now = 1100; now <= 1500; now += 100)
        {
            _source.Status(1, false, now);
        }

        Assert.True(_source.IsActive);
        _source.Status(1, true, 1600);
        Assert.Contains("drop 1", _transport.Take());
    }

    [Fact]
    public void Last_refused_is_not_dropped()
    {
        Begin();
        long now = Answer(1000, accepts: true, until: 1150);
        now = Answer(now, accepts: false, until: 1300);
        _source.Release(10, 10, 2, now);
        _source.Status(1, false, now + 1);
        Assert.Equal(["leave 1", "taken False", "ungrab", "withdraw"], _transport.Take()[^4..]);
        Assert.Equal([false], _ends);
    }

    [Fact]
    public void Over_nothing_the_drag_ends_at_once()
    {
        _transport.Peer = default;
        Begin();
        _source.Release(10, 10, 2, 1050);
        Assert.Equal(["begin /a.mid", "ungrab", "ungrab", "withdraw"], _transport.Take());
        Assert.Equal([false], _ends);
    }

    [Fact]
    public void A_window_that_is_left_is_told_and_its_late_status_is_ignored()
    {
        Begin();
        _source.Status(1, true, 1010);
        _transport.Take();
        _transport.Peer = Other;
        _source.Move(50, 50, 2, 1050);
        Assert.Equal(["leave 1", "taken False", "enter 2", "position 2 50,50"], _transport.Take());
        _source.Status(1, true, 1060);
        Assert.Empty(_transport.Take());

        // The proxy may answer in its own name.
        _source.Status(20, true, 1070);
        Assert.Equal(["taken True"], _transport.Take());
    }

    [Fact]
    public void A_silent_window_is_asked_again_after_a_second_and_given_up_at_release()
    {
        Begin();
        _transport.Take();
        _source.Tick(2000);
        Assert.Empty(_transport.Take());
        _source.Tick(2001);
        Assert.Equal(["position 1 10,10"], _transport.Take());
        _source.Release(10, 10, 2, 2500);
        Assert.Equal(["ungrab"], _transport.Take());
        _source.Tick(3002);
        Assert.Equal(["leave 1", "taken False", "ungrab", "withdraw"], _transport.Take());
        Assert.Equal([false], _ends);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_Finished_the_drag_ends_after_5_seconds_and_what_was_read_counts(bool isServed)
    {
        long now = Drop();
        if (isServed)
        {
            _source.Served();
        }

        _source.Tick(now + 5000);
        Assert.Empty(_ends);
        _source.Tick(now + 5002);
        Assert.Equal(["ungrab", "withdraw"], _transport.Take());
        Assert.Equal([isServed], _ends);
    }

    [Fact]
    public void Finished_that_denies_does_not_count_after_the_data_were_read()
    {
        Drop();
        _source.Served();
        _source.Finished(1, isTaken: false);
        Assert.Equal([true], _ends);
    }

    [Fact]
    public void Escape_leaves_and_gives_all_back()
    {
        Begin();
        _transport.Take();
        _source.Cancel();
        Assert.Equal(["leave 1", "taken False", "ungrab", "withdraw"], _transport.Take());
        Assert.Equal([false], _ends);
        _source.Move(20, 20, 2, 1100);
        _source.Release(20, 20, 2, 1100);
        Assert.Empty(_transport.Take());
    }

    [Fact]
    public void A_grab_that_is_refused_ends_the_drag()
    {
        _transport.RefusesGrab = true;
        Begin();
        Assert.Equal([false], _ends);
        Assert.False(_source.IsActive);
        Assert.Empty(_transport.Take());
    }

    [Fact]
    public void A_second_drag_works_like_the_first()
    {
        for (int i = 0; i < 3; i++)
        {
            Drop();
            _source.Served();
            _source.Finished(1, true);
        }

        Assert.Equal([true, true, true], _ends);
    }

    private void Begin() => _source.Begin("/a.mid", 10, 10, 1, 1000);

    private long Drop()
    {
        Begin();
        long now = Answer(1000, accepts: true, until: 1300);
        _source.Release(10, 10, 2, now);
        _source.Status(1, true, now + 1);
        Assert.Equal("drop 1", _transport.Take()[^1]);
        return now + 1;
    }

    // Answers whatever position is in flight, each 10 ms.
    private long Answer(long now, bool accepts, long until)
    {
        for (; now < until; now += 10)
        {
            _source.Status(1, accepts, now);
        }

        return now;
    }

    private sealed class FakeTransport : IXdndTransport
    {
        private readonly List<string> _lines = [];

        public XdndPeer Peer { get; set; }

        public bool RefusesGrab { get; set; }

        public string[] Take()
        {
            string[] lines = [.. _lines];
            _lines.Clear();
            return lines;
        }

        public bool TryBegin(string path, uint time)
        {
            if (!RefusesGrab)
            {
                _lines.Add($"begin {path}");
            }

            return !RefusesGrab;
        }

        public void Ungrab(uint time) => _lines.Add("ungrab");

        public void Withdraw(uint time) => _lines.Add("withdraw");

        public XdndPeer Find(int x, int y) => Peer;

        public void Enter(XdndPeer peer) => _lines.Add($"enter {peer.Window}");

        public void Position(XdndPeer peer, int x, int y, uint time) => _lines.Add($"position {peer.Window} {x},{y}");

        public void Leave(XdndPeer peer) => _lines.Add($"leave {peer.Window}");

        public void Drop(XdndPeer peer, uint time) => _lines.Add($"drop {peer.Window}");

        public void ShowTaken(bool isTaken)
        {
            if (_lines.Count == 0 || _lines[^1] != $"taken {isTaken}")
            {
                _lines.Add($"taken {isTaken}");
            }
        }
    }
}
