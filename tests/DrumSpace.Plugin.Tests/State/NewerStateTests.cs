using System.Text;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>A state that a newer version saved, with parameters and sections that this one does not know.</summary>
public sealed class NewerStateTests : IDisposable
{
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_unknown_is_skipped_and_saved_again_byte_for_byte(bool isProgram)
    {
        using PluginCore core = new(_models.List());
        byte[] newer = Newer(core, isProgram, [new StateSection("NEXT", 0, [1, 2, 3]), new StateSection("LONG", 0, new byte[70_000])]);
        Assert.True(core.TryLoadState(newer), core.Status);
        Assert.Equal("", core.Status);
        Assert.Equal((0.125f, "Newer"), (core.Parameters[0], core.Programs[0].Name));
        Assert.Equal(newer, core.SaveState(isProgram));

        // The next state takes its place whole.
        using PluginCore fresh = new(_models.List());
        byte[] known = fresh.SaveState(isProgram);
        Assert.True(core.TryLoadState(known));
        Assert.Equal(known, core.SaveState(isProgram));
    }

    [Fact]
    public void Unknown_values_stay_with_their_program_and_the_song_whatever_is_selected_and_moved()
    {
        using PluginCore core = new(_models.List());
        Assert.True(core.TryLoadState(Newer(core, isProgram: false, [])), core.Status);
        core.Programs.Select(3);
        core.Parameters[0] = 0.75f;
        core.Programs.Select(0);
        PluginState saved = StateChunk.Read(core.SaveState(programOnly: false));
        Assert.Equal([("warp", 0.5f)], saved.Song.Unknown);
        Assert.Equal([("bend", 0.25f), ("twist", 1f)], saved.Programs[0].Unknown);
        Assert.All(saved.Programs.Skip(1), program => Assert.Empty(program.Unknown));
        Assert.Equal([("bend", 0.25f), ("twist", 1f)], StateChunk.Read(core.SaveState(programOnly: true)).Programs[0].Unknown);
    }

    [Fact]
    public void An_unknown_value_goes_through_a_preset_and_back()
    {
        using PluginCore core = new(_models.List());
        Assert.True(core.TryLoadState(Newer(core, isProgram: true, [])), core.Status);
        string folder = Directory.CreateTempSubdirectory("drumspace-newer-").FullName;
        string file = core.SavePreset(new PresetFolder(folder), "Kept")!;
        using PluginCore other = new(_models.List());
        Assert.True(other.LoadPreset(file), other.Status);
        Assert.Equal([("bend", 0.25f), ("twist", 1f)], StateChunk.Read(other.SaveState(programOnly: true)).Programs[0].Unknown);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_same_state_gives_the_same_bytes_however_often_it_is_saved_and_loaded()
    {
        using PluginCore core = new(_models.List());
        byte[] first = Newer(core, isProgram: false, [new StateSection("NEXT", 0, Encoding.ASCII.GetBytes("next"))]);
        for (int time = 0; time < 3; time++)
        {
            Assert.True(core.TryLoadState(first));
            Assert.Equal(first, core.SaveState(programOnly: false));
        }
    }

    public void Dispose() => _models.Dispose();

    private static byte[] Newer(PluginCore core, bool isProgram, StateSection[] unknown)
    {
        PluginState own = StateChunk.Read(core.SaveState(isProgram));
        PluginProgram program = new("Newer") { Unknown = [("bend", 0.25f), ("twist", 1f)] };
        program[ParameterTable.Knobs[0]] = 0.125f;
        own.Song.Unknown = [("warp", 0.5f)];
        return StateChunk.Write(own with { Programs = [program, .. own.Programs.Skip(1)], Sections = [.. own.Sections, .. unknown] });
    }
}
