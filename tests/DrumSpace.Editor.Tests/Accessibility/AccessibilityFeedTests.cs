using DrumSpace.Editor.Accessibility;
using DrumSpace.Editor.Tests.Fakes;

namespace DrumSpace.Editor.Tests.Accessibility;

public class AccessibilityFeedTests
{
    [Fact]
    public void Nothing_is_done_and_allocated_while_nobody_listens()
    {
        using Hands hands = new();
        AccessibilityExchange exchange = new(() => { });
        AccessibilityFeed feed = new(hands.View, exchange, () => throw new InvalidOperationException("asked for its place"));
        feed.Advance(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int frame = 0; frame < 100; frame++)
        {
            feed.Advance(frame * 1000);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void News_is_told_at_most_ten_times_a_second()
    {
        using Hands hands = new();
        List<AccessibleTree> trees = [];
        AccessibilityExchange exchange = new(() => { });
        AccessibilityFeed feed = new(hands.View, exchange, () => (3, 4));
        exchange.Listen(trees.Add);
        for (int frame = 0; frame <= 100; frame++)
        {
            hands.Model.Parameters["density"] = frame / 100f;
            hands.Advance();
            feed.Advance(frame * 10);
        }

        Assert.Equal(11, trees.Count);
        Assert.Equal((3, 4), (trees[0].ScreenX, trees[0].ScreenY));
        feed.Advance(5000);
        feed.Advance(6000);
        Assert.Equal(11, trees.Count);
    }

    [Fact]
    public void A_new_listener_is_told_though_nothing_changed()
    {
        using Hands hands = new();
        (int first, int second) = (0, 0);
        AccessibilityExchange exchange = new(() => { });
        AccessibilityFeed feed = new(hands.View, exchange, () => (0, 0));
        exchange.Listen(_ => first++);
        feed.Advance(0);
        exchange.Listen(null);
        exchange.Listen(_ => second++);
        feed.Advance(10);
        Assert.Equal((1, 1), (first, second));
    }

    [Fact]
    public void Requests_are_taken_at_once_and_wake_the_window_until_it_closes()
    {
        using Hands hands = new();
        int woken = 0;
        AccessibilityExchange exchange = new(() => woken++);
        AccessibilityFeed feed = new(hands.View, exchange, () => (0, 0));
        AccessibleTree? tree = null;
        exchange.Listen(one => tree = one);
        feed.Advance(0);
        int density = tree!.All.Single(element => element.Name == "Density").Id;
        Assert.True(exchange.Post(new AccessibleRequest(AccessibleRequestKind.SetNumber, density, 0, 0.75)));
        Assert.Equal(2, woken);
        Assert.True(feed.Advance(1));
        Assert.Equal(0.75f, hands.Model.Parameters["density"]);
        exchange.Close();
        Assert.False(exchange.Post(new AccessibleRequest(AccessibleRequestKind.Focus, density)));
        Assert.Equal(2, woken);
        Assert.Null(exchange.Listener);
    }

    [Fact]
    public void A_window_that_does_not_answer_gets_no_endless_queue()
    {
        AccessibilityExchange exchange = new(() => { });
        AccessibleRequest request = new(AccessibleRequestKind.Focus, 2);
        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => exchange.Post(request)), 100, 300);
    }
}
