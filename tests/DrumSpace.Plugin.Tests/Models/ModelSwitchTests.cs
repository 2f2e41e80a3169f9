using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Tests.Models;

[Collection("log")]
public sealed class ModelSwitchTests : IDisposable
{
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship").Add("kick", "Kick", alwaysKick: true);

    [Fact]
    public void Offline_another_model_is_heard_from_the_block_on_in_which_it_is_chosen()
    {
        using CorePlayer player = new(_models.List());
        foreach (int place in (int[])[0, 4, 0, 4, 0])
        {
            player.Choose(place);
            Assert.Equal(place == 4, player.PlaysKick(isOffline: true));
            Assert.Equal(place == 4 ? "K1" : "F1", player.Core.AxisLabels![0].Name);
        }
    }

    [Fact]
    public void In_real_time_the_old_model_plays_until_the_new_ones_beat_is_there()
    {
        using CorePlayer player = new(_models.List());
        Assert.False(player.PlaysKick(isOffline: false));
        player.Choose(4);
        player.Play(isOffline: false);
        CorePlayer.Await(() => player.Core.Model!.Name == "Kick");
        CorePlayer.Await(() => player.PlaysKick(isOffline: false));
        Assert.All(Enumerable.Range(0, 4), _ => Assert.True(player.PlaysKick(isOffline: false)));
    }

    [Fact]
    public void While_offline_is_only_assumed_a_model_is_loaded_in_the_background_alone()
    {
        using CorePlayer player = new(_models.List());
        using ManualResetEventSlim isReleased = new();
        using ManualResetEventSlim isBusy = new();
        using BackgroundTask other = BackgroundThread.Loading.Attach(() =>
        {
            isBusy.Set();
            isReleased.Wait();
        });
        other.Request();
        isBusy.Wait();
        player.Choose(4);
        for (int quarter = 0; quarter < 8; quarter++)
        {
            player.Play(RenderSpeed.AssumedOffline);
        }

        Assert.Equal("Flagship", player.Core.Model!.Name);
        isReleased.Set();
        CorePlayer.Await(() => player.Core.Model!.Name == "Kick");
    }

    [Fact]
    public void In_real_time_the_default_beat_plays_until_the_model_is_loaded()
    {
        using ManualResetEventSlim isReleased = new();
        using BackgroundTask other = BackgroundThread.Loading.Attach(() => isReleased.Wait());
        other.Request();
        using CorePlayer player = new(_models.List(), isLoaded: false);
        Assert.True(player.PlaysKick(isOffline: false));
        Assert.Null(player.Core.Model);
        isReleased.Set();
        CorePlayer.Await(() => player.Core.DecodeCount > 0);
        Assert.False(player.PlaysKick(isOffline: false));
        Assert.Equal("Flagship", player.Core.Model!.Name);
    }

    [Fact]
    public void Offline_the_first_block_waits_for_the_model()
    {
        using CorePlayer player = new(_models.List(), isLoaded: false);
        Assert.False(player.PlaysKick(isOffline: true));
    }

    [Fact]
    public void The_knobs_stay_where_they_are_and_an_empty_place_plays_the_default()
    {
        using CorePlayer player = new(_models.List());
        player.Choose(4);
        Assert.True(player.PlaysKick(isOffline: true));
        player.Choose(9);
        Assert.False(player.PlaysKick(isOffline: true));
        Assert.Equal("Flagship", player.Core.Model!.Name);
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], Enumerable.Range(0, 4).Select(knob => player.Core.Parameters[knob]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_that_is_damaged_leaves_the_old_one_playing_with_a_notice(bool isOffline)
    {
        using CorePlayer player = new(_models.Break("kick").List());
        player.Choose(4);
        Assert.False(player.PlaysKick(isOffline));
        CorePlayer.Await(() => player.Core.Status.Length > 0);
        Assert.Contains(Path.Combine("kick", "decoder.onnx"), player.Core.Status);
        Assert.EndsWith("Flagship plays on.", player.Core.Status);
        Assert.False(player.PlaysKick(isOffline));
    }

    [Fact]
    public void Instances_share_a_model_and_one_that_changes_disturbs_no_other()
    {
        ModelList list = _models.List();
        using CorePlayer one = new(list);
        using CorePlayer other = new(list);
        one.Choose(4);
        Assert.True(one.PlaysKick(isOffline: true));
        Assert.False(other.PlaysKick(isOffline: true));
        other.Choose(4);
        Assert.True(other.PlaysKick(isOffline: true));
        Assert.Same(one.Core.Model, other.Core.Model);
    }

    [Fact]
    public void Without_any_model_it_plays_the_default_beat_with_a_notice_and_the_parameter_still_moves()
    {
        using TestModels none = new();
        using CorePlayer player = new(none.List());
        player.Choose(1);
        Assert.True(player.PlaysKick(isOffline: true));
        Assert.Null(player.Core.Model);
        Assert.Equal(0, player.Core.DecodeCount);
        Assert.StartsWith("No model can be loaded, so the default beat plays", player.Core.Status);
        Assert.StartsWith("No model can be loaded, so the default beat plays: ", Assert.Single(none.Log));

        // Said once a choice, and not with every block.
        string notice = player.Core.Status;
        player.PlaysKick(isOffline: true);
        Assert.Same(notice, player.Core.Status);
    }

    [Fact]
    public void Choosing_costs_the_audio_thread_no_allocation()
    {
        using CorePlayer player = new(_models.List());
        int place = 0;

        // Warm is what has taken beats of both models.
        for (int round = 0; round < 4; round++)
        {
            player.Choose(place = 4 - place);
            player.Play(isOffline: false);
            CorePlayer.Await(() => player.PlaysKick(isOffline: false) == (place == 4));
        }

        // Until the runtime has compiled everything for good, its first code may box what the last does not; the plugin has only the last.
        CorePlayer.Await(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int round = 0; round < 200; round++)
            {
                player.Choose(place = 4 - place);
                player.Play(isOffline: false);
            }

            return GC.GetAllocatedBytesForCurrentThread() == before;
        });
    }

    public void Dispose() => _models.Dispose();
}
