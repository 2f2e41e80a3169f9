using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Commands;

public sealed class PointTextTests : IDisposable
{
    private const string Line = "drumspace:0.429,0.507,0.805,0.333;seed=12;var=0.25";
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_line_sets_knobs_seed_and_variation_and_leaves_the_slot_and_is_one_change()
    {
        using SongPlayer player = new(_models.List());
        int moved = 0;
        player.Core.ParametersMoved = () => moved++;
        player.Core.Parameters.Set(ParameterTable.Slot, 3);
        string before = player.Core.WritePoint();
        Assert.Equal("drumspace:0.25,0.25,0.25,0.25;seed=1;var=0", before);
        Assert.True(player.Core.ReadPoint(Line), player.Core.Status);
        Assert.Equal([0.429f, 0.507f, 0.805f, 0.333f], player.Knobs);
        Assert.Equal(12, player.Core.Parameters.Get(ParameterTable.Seed));
        Assert.Equal(0.25, player.Core.Parameters.Get(ParameterTable.Variation));
        Assert.Equal(0, player.Core.Parameters.Get(ParameterTable.Slot));
        Assert.Equal((Line, 1), (player.Core.WritePoint(), moved));
        Assert.True(player.Core.Undo());
        Assert.Equal(before, player.Core.WritePoint());
    }

    [Fact]
    public void The_status_says_where_a_line_names_another_model()
    {
        using SongPlayer player = new(_models.List());
        player.Play(0.1);
        string fingerprint = player.Core.Model!.Fingerprint;
        Assert.True(player.Core.ReadPoint($"{Line};model={fingerprint[..12]}"));
        Assert.DoesNotContain("another model", player.Core.Status, StringComparison.Ordinal);
        Assert.True(player.Core.ReadPoint($"{Line};model={new string('0', 12)}"));
        Assert.StartsWith("The point was made with another model than Flagship", player.Core.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_changes_nothing_and_the_status_says_why()
    {
        using SongPlayer player = new(_models.List());
        string before = player.Core.WritePoint();
        Assert.False(player.Core.ReadPoint("drumspace:0.1,0.2,0.3,0.4;seed=0"));
        Assert.Equal("\"0\" is no seed of 1 to 1000.", player.Core.Status);
        Assert.Equal(before, player.Core.WritePoint());
    }
}
