using DrumSpace.Inference.Finding;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Commands;

namespace DrumSpace.Plugin.Tests.Models;

/// <summary>What a window shows of a model's space: its map, the patterns of places, and the nearest places of a pattern.</summary>
[Collection("log")]
public sealed class ModelSpaceTests : IDisposable
{
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Without_a_model_there_is_nothing_to_show()
    {
        using TestModels none = new();
        using PluginCore core = new(none.List());
        Assert.False(core.PatternAt(default, new DecodedPattern()));
        Assert.Null(core.Map);
        Assert.Empty(core.FindNearest(default, 8));
        Assert.Equal("No pattern was found, because there is no model.", core.Status);
    }

    [Fact]
    public void The_pattern_of_a_place_is_the_one_that_plays_there_and_nothing_moves()
    {
        using SongPlayer player = new(_models.List());
        player.Play(8);
        DecodedPattern there = new();
        Assert.True(player.Core.PatternAt(new Knobs(0.9f, 0.1f, 0.1f, 0.1f), there));
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], player.Knobs);
        Assert.False(player.Plays(36));
        for (int knob = 0; knob < 4; knob++)
        {
            player.Set(ParameterTable.Knobs[knob], knob == 0 ? 0.9f : 0.1f);
        }

        player.Play(8);
        Assert.Equal(player.Core.Playing.Decoded.Pattern, there.Pattern);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 100; call++)
        {
            player.Core.PatternAt(new Knobs(call / 100f, 0, 0, 0), there);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Another_model_decodes_its_own_patterns_and_after_the_end_none_does()
    {
        using TestModels two = new TestModels().Add("flagship", "Flagship").Add("paper-ae", "Kick", alwaysKick: true);
        DecodedPattern there = new();
        using (SongPlayer player = new(two.List()))
        {
            player.Play(1);
            Assert.True(player.Core.PatternAt(default, there));
            Assert.False(there.Pattern.Has(Voice.BassDrum, 0));
            player.Core.Parameters.Set(ParameterTable.Model, 1);
            player.Play(1);
            Assert.True(player.Core.PatternAt(default, there));
            Assert.True(there.Pattern.Has(Voice.BassDrum, 0));
            player.Core.Dispose();
            Assert.False(player.Core.PatternAt(default, there));
        }
    }

    [Fact]
    public void The_shipped_model_has_a_map_and_gives_the_nearest_places_of_a_clip()
    {
        string folder = Path.Combine(Repository.Root, "presets", "models");
        using SongPlayer player = new(new ModelList([folder], _ => { }));
        player.Play(1);
        KnobMap map = player.Core.Map!;
        Assert.Same(map, player.Core.Map);
        Assert.True(map.Points.Length > 1000);
        string path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
        PatternClip.ToMidiFile(player.Core.Playing.Decoded.Pattern, new ClipForm()).Write(path);
        try
        {
            int before = player.Core.UndoCount;
            IReadOnlyList<NearPattern> nearest = player.Core.FindNearestClip(path, 8);
            Assert.Equal(8, nearest.Count);
            Assert.True(nearest[0].Similarity > 0.9);
            Assert.Equal(before, player.Core.UndoCount);
            Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], player.Knobs);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Empty(player.Core.FindNearestClip(path, 8));
        Assert.StartsWith("No pattern was found: ", player.Core.Status);
    }
}
