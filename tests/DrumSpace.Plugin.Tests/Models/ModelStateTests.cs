using System.Text;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Models;

[Collection("log")]
public sealed class ModelStateTests : IDisposable
{
    private readonly TestModels _here = new TestModels().Add("flagship", "Flagship").Add("kick", "Kick", alwaysKick: true);
    private readonly TestModels _there = new TestModels().Add("flagship", "Flagship").Add("ant", "Ant").Add("kick", "Kick", alwaysKick: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_is_found_again_by_name_where_it_has_another_place(bool programOnly)
    {
        byte[] state = Saved(_here.List(), 4, programOnly);
        using CorePlayer player = new(_there.List());
        Assert.True(player.Core.TryLoadState(state));
        Assert.Equal(5, Place(player.Core));
        Assert.True(player.PlaysKick(isOffline: true));
        Assert.Equal("", player.Core.Status);
    }

    [Fact]
    public void A_missing_model_falls_back_with_a_notice_keeps_the_coordinates_and_is_saved_again_by_its_name()
    {
        byte[] state = Saved(_there.List(), 4, programOnly: false);
        ModelList list = _here.List();
        using CorePlayer player = new(list);
        player.Choose(4);
        Assert.True(player.PlaysKick(isOffline: true));
        Assert.True(player.Core.TryLoadState(state));
        Assert.Equal(0, Place(player.Core));
        Assert.False(player.PlaysKick(isOffline: true));
        Assert.Equal("Ant", player.Core.MissingModel);
        Assert.Equal("The model Ant is not here; Flagship plays in its stead, with the knobs where they were.", player.Core.Status);
        Assert.Equal(0.125f, player.Core.Parameters[2]);
        byte[] again = player.Core.SaveState(programOnly: false);
        using PluginCore back = new(_there.List());
        Assert.True(back.TryLoadState(again));
        Assert.Equal(4, Place(back));
        Assert.Null(back.MissingModel);
    }

    [Fact]
    public void Choosing_another_model_forgets_the_missing_one()
    {
        using PluginCore core = new(_here.List());
        Assert.True(core.TryLoadState(Saved(_there.List(), 4, programOnly: false)));
        core.Parameters.Set(ParameterTable.Model, 4);
        Assert.Null(core.MissingModel);
        byte[] chosen = core.SaveState(programOnly: true);
        Assert.Contains("Kick", Encoding.ASCII.GetString(chosen));
        Assert.DoesNotContain("Ant", Encoding.ASCII.GetString(chosen));
    }

    [Fact]
    public void Another_version_of_a_model_plays_with_a_notice_and_the_song_keeps_asking_for_its_own()
    {
        ModelList list = _here.List();
        using TestModels other = new TestModels().Add("flagship", "Flagship", alwaysKick: true).Add("ant", "Ant");
        ModelList others = other.List();
        using CorePlayer player = new(others);
        PluginCore core = player.Core;
        Assert.True(core.TryLoadState(Saved(list, 0, programOnly: false)));
        Assert.Equal(
            $"The song asks for version {list[0]!.Fingerprint[..8]} of the model Flagship; version {others[0]!.Fingerprint[..8]} of 2026-01-02 plays, and its beats may differ.",
            core.Status);
        Assert.Null(core.MissingModel);
        using PluginCore back = new(list);
        Assert.True(back.TryLoadState(core.SaveState(programOnly: false)));
        Assert.Equal(("", 0), (back.Status, Place(back)));

        // Choosing a model is choosing the version that is here, also where it is the same one in the end.
        player.Choose(4);
        player.Play(isOffline: true);
        player.Choose(0);
        Assert.True(core.TryLoadState(core.SaveState(programOnly: false)));
        Assert.Equal("", core.Status);
    }

    [Fact]
    public void A_song_finds_the_version_that_it_was_made_with_among_several_of_its_models_name()
    {
        using TestModels retrained = new TestModels().Add("flagship", "Flagship", alwaysKick: true).Add("kick", "Kick").Add("old", "Flagship");
        using PluginCore core = new(retrained.List());
        Assert.True(core.TryLoadState(Saved(_here.List(), 0, programOnly: false)));
        Assert.Equal(("", 5), (core.Status, Place(core)));
    }

    [Fact]
    public void Of_two_models_of_one_name_the_one_that_had_the_fingerprint_is_found()
    {
        ModelList here = _here.List();
        using TestModels twins = new TestModels().Add("a", "Kick").Add("b", "Kick", former: here[4]!.Fingerprint);
        using PluginCore core = new(twins.List());
        Assert.True(core.TryLoadState(Saved(here, 4, programOnly: false)));
        Assert.Equal(5, Place(core));
        Assert.Equal("", core.Status);
    }

    [Fact]
    public void Of_two_models_of_one_name_the_same_version_is_found()
    {
        using TestModels twins = new TestModels().Add("a", "Kick").Add("b", "Kick", alwaysKick: true);
        using PluginCore core = new(twins.List());
        Assert.True(core.TryLoadState(Saved(_here.List(), 4, programOnly: false)));
        Assert.Equal(5, Place(core));
    }

    [Fact]
    public void The_section_is_the_bytes_that_its_layout_promises()
    {
        ModelList list = _here.List();
        byte[] state = Saved(list, 0, programOnly: true);
        byte[] expected = [.. "MODL"u8, 41, 0, 0, 0, 8, .. "Flagship"u8, .. Convert.FromHexString(list[0]!.Fingerprint)];
        Assert.Equal(expected, state[^expected.Length..]);
    }

    [Fact]
    public async Task A_state_that_is_saved_while_the_model_changes_can_be_loaded()
    {
        using PluginCore core = new(_here.List());
        using CancellationTokenSource done = new();
        Task moving = Task.Run(() =>
        {
            // There is a model at the first place and none at the last.
            for (int time = 0; !done.IsCancellationRequested; time++)
            {
                core.Parameters[ParameterTable.Model] = time % 2;
            }
        });
        List<byte[]> saved = [];
        while (saved.Count < 2000 || saved.DistinctBy(state => state.Length).Count() < 2)
        {
            saved.Add(core.SaveState(programOnly: true));
        }

        await done.CancelAsync();
        await moving;
        using PluginCore other = new(_here.List());
        Assert.All(saved, state => Assert.True(other.TryLoadState(state), other.Status));
    }

    [Fact]
    public void Whatever_the_sections_bytes_it_is_taken_whole_or_not_at_all()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        byte[] good = Saved(_here.List(), 4, programOnly: true);
        int section = good.Length - (4 + 4 + 1 + 4 + 32);
        using PluginCore core = new(_there.List());
        int taken = 0;
        for (int trial = 0; trial < 3000; trial++)
        {
            byte[] chunk = [.. good];
            for (int count = random.Next(1, 4); count > 0; count--)
            {
                chunk[random.Next(section, chunk.Length)] = (byte)random.Next(256);
            }

            byte[] before = core.SaveState(programOnly: false);
            if (core.TryLoadState(chunk))
            {
                taken++;
                byte[] after = core.SaveState(programOnly: true);
                Assert.True(core.TryLoadState(after), $"Seed {seed}, trial {trial}: what was taken cannot be saved and loaded.");
                Assert.True(after.AsSpan().SequenceEqual(core.SaveState(programOnly: true)), $"Seed {seed}, trial {trial}: it changed.");
            }
            else
            {
                bool isSame = before.AsSpan().SequenceEqual(core.SaveState(programOnly: false));
                Assert.True(isSame, $"Seed {seed}, trial {trial}: a refused chunk changed the state.");
                Assert.StartsWith("State chunk, byte ", core.Status);
            }
        }

        Assert.True(taken > 10, $"Seed {seed}: nothing was taken.");
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    private static byte[] Saved(ModelList list, int place, bool programOnly)
    {
        using PluginCore core = new(list);
        core.Parameters.Set(ParameterTable.Model, place);
        // Below the middle of the first knob the bass drum is silent, but for the model that always hits it.
        core.Parameters[ParameterTable.Knobs[0]] = 0.25f;
        core.Parameters[2] = 0.125f;
        return core.SaveState(programOnly);
    }

    private static int Place(PluginCore core) => core.Parameters.Get(ParameterTable.Model);
}
