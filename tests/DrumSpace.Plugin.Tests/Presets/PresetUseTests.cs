using DrumSpace.Engine.Slots;
using DrumSpace.Host;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Presets.Vst2;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Presets;

public sealed class PresetUseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drumspace-presets-");
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship").Add("kick", "Kick", alwaysKick: true);

    private PresetFolder Folder => new(Path.Combine(_folder.FullName, "mine"));

    [Fact]
    public void A_preset_that_was_kept_plays_again_in_another_instance_with_its_model_slots_and_locks()
    {
        using CorePlayer saved = new(_models.List());
        saved.Choose(4);
        saved.Core.Parameters[ParameterTable.Lock[2]] = 1;
        saved.Play(isOffline: true);
        saved.Core.Parameters[ParameterTable.Store] = 3 / 8f;
        saved.Play(isOffline: true);
        saved.Core.Parameters[ParameterTable.Swing] = 0.4f;
        string file = saved.Core.SavePreset(Folder, "Mein/Beat", "Rock")!;
        Assert.Equal(Path.Combine(Folder.Path, "Mein_Beat.json"), file);

        using CorePlayer player = new(_models.List());
        Assert.True(player.Core.LoadPreset(file));
        Assert.True(player.PlaysKick(isOffline: true));
        PatternSlots memory = player.Core.Slots;
        Assert.Equal((1 << 2, true), (memory.Pins.Voices, memory.Slots[2].IsFilled));
        Assert.Equal(("Mein/Beat", 0.4f), (player.Core.Programs[0].Name, player.Core.Parameters[ParameterTable.Swing]));
        Assert.Equal("", player.Core.Status);
    }

    [Fact]
    public void A_preset_of_a_missing_model_plays_the_default_with_a_notice_and_a_bad_file_changes_nothing()
    {
        using PluginCore core = new(_models.List());
        string file = Folder.Write(new UserPreset(new PluginProgram("A")) { Model = "Gone" });
        Assert.True(core.LoadPreset(file));
        Assert.Equal("Gone", core.MissingModel);
        Assert.Contains("The model Gone is not here", core.Status);
        File.WriteAllText(file, "{ \"format\": 1,");
        byte[] before = core.SaveState(programOnly: false);
        Assert.False(core.LoadPreset(file));
        Assert.StartsWith($"{file}: line 1: this is no JSON", core.Status);
        Assert.Equal(before, core.SaveState(programOnly: false));
    }

    [Fact]
    public void A_folder_is_read_by_name_and_what_is_no_preset_is_left_out_with_one_line()
    {
        List<string> log = [];
        Assert.Empty(Folder.Read(log.Add));
        Folder.Write(new UserPreset(new PluginProgram("b")));
        Folder.Write(new UserPreset(new PluginProgram("a")));
        File.WriteAllText(Path.Combine(Folder.Path, "aa.json"), "no");
        File.WriteAllText(Path.Combine(Folder.Path, "readme.txt"), "no");
        Assert.Equal(["a", "b"], Folder.Read(log.Add).Select(item => item.Preset.Program.Name));
        Assert.EndsWith("The preset is left out.", Assert.Single(log));
        Assert.Contains("aa.json: line 1", log[0]);
    }

    [Fact]
    public void Names_that_give_one_file_name_keep_files_of_their_own()
    {
        Directory.CreateDirectory(Folder.Path);
        File.WriteAllText(Path.Combine(Folder.Path, "Notes.json"), "not a preset");
        string[] files = [.. new[] { "A/B", "A:B", "A/B", "A:B", "Notes" }
            .Select(name => Path.GetFileName(Folder.Write(new UserPreset(new PluginProgram(name)))))];
        Assert.Equal(["A_B.json", "A_B (2).json", "A_B.json", "A_B (2).json", "Notes (2).json"], files);
        Assert.Equal("not a preset", File.ReadAllText(Path.Combine(Folder.Path, "Notes.json")));
        Assert.Equal(["A:B", "A/B", "Notes"], Folder.Read(_ => { }).Select(item => item.Preset.Program.Name));
    }

    [Fact]
    public void Presets_that_have_no_place_in_a_bank_are_told_in_one_line()
    {
        int most = ProgramBank.MaxOwn;
        for (int number = 0; number < most + 3; number++)
        {
            Folder.Write(new UserPreset(new PluginProgram($"{number:000}")));
        }

        List<string> log = [];
        IEnumerable<string> names = Folder.ReadPrograms(log.Add).Select(program => program.Name);
        Assert.Equal(Enumerable.Range(0, most).Select(number => $"{number:000}"), names);
        string left = "this preset and those after it (3 in all) are no programs, because there are 128 already.";
        Assert.EndsWith($"{most:000}.json: {left}", Assert.Single(log));
    }

    [Fact]
    public void Own_presets_follow_the_factorys_up_to_what_MIDI_can_select()
    {
        PluginProgram[] own = [.. Enumerable.Range(0, 200).Select(number => new PluginProgram($"Own {number}"))];
        int factory = FactoryPrograms.Make().Length;
        ProgramBank bank = new(new ParameterStore(), own);
        Assert.Equal(128, bank.Count);
        Assert.Equal(("Own 0", "Own 9"), (bank[factory].Name, bank[factory + 9].Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    public void The_essentials_come_between_and_give_way_to_own_presets(int count)
    {
        PluginProgram[] own = [.. Enumerable.Range(0, count).Select(number => new PluginProgram($"Own {number}"))];
        PluginProgram[] factory = FactoryPrograms.Make(), essentials = FactoryPrograms.MakeEssentials();
        ProgramBank bank = new(new ParameterStore(), own);
        int left = Math.Min(essentials.Length, 128 - factory.Length - count);
        Assert.Equal(
            [.. factory.Concat(essentials[..left]).Concat(own).Select(program => program.Name)],
            Enumerable.Range(0, bank.Count).Select(number => bank[number].Name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_bank_with_more_presets_than_are_here_keeps_them_all(int selected)
    {
        int factory = FactoryPrograms.Make().Length + FactoryPrograms.MakeEssentials().Length;
        PluginProgram[] own = [.. Enumerable.Range(0, 4).Select(number => new PluginProgram($"Own {number}"))];
        ParameterStore thereValues = new();
        ProgramBank there = new(thereValues, own);
        there.Select(factory + selected);
        thereValues[0] = 0.3125f;
        byte[] chunk = StateChunk.Write(there.Save(programOnly: false));

        ParameterStore values = new();
        ProgramBank here = new(values, own[..2]);
        here.Restore(StateChunk.Read(chunk));
        Assert.Equal(0.3125f, values[0]);
        Assert.Equal($"Own {selected}", here[here.Current].Name);
        IEnumerable<string> beyond = here.Save(programOnly: false).Programs.Skip(here.Count).Select(program => program.Name);
        Assert.Equal(["Own 2", "Own 3"], beyond.Select(name => name == "Own 1" ? $"Own {selected}" : name));

        ParameterStore backValues = new();
        ProgramBank back = new(backValues, own);
        back.Restore(StateChunk.Read(StateChunk.Write(here.Save(programOnly: false))));
        Assert.Equal(
            Enumerable.Range(factory, 4).Select(number => there[number].Name).Order(), Enumerable.Range(factory, 4).Select(number => back[number].Name).Order());
        Assert.Equal((0.3125f, $"Own {selected}"), (back[back.Current][0], back[back.Current].Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_host_saved_of_the_built_plugin_becomes_a_preset_and_back(bool isBank)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Program = 2;
        plugin.ProgramName = "Mine";
        plugin.Parameter("Swing").Value = 0.4f;
        plugin.Parameter("Z1").Value = 0.3f;
        byte[] state = plugin.GetState(programOnly: !isBank);
        IReadOnlyList<UserPreset> presets = isBank
            ? PresetExchange.FromBank(new PresetBank(0x44725370, 100, 2, state, null, plugin.ProgramCount), "a.fxb")
            : [PresetExchange.FromProgram(new PresetProgram(0x44725370, 100, "Mine", state, null, 111), "a.fxp")];
        Assert.Equal(isBank ? plugin.ProgramCount : 1, presets.Count);
        UserPreset preset = presets[isBank ? 2 : 0];
        Assert.Equal(("Mine", 0.4f, 0.3f), (preset.Program.Name, preset.Program[ParameterTable.Swing], preset.Program[0]));

        using Vst2Plugin other = BuiltPlugin.Load();
        byte[] chunk = isBank ? PresetExchange.ToBank(presets).Chunk! : PresetExchange.ToProgram(preset).Chunk!;
        Assert.True(other.SetState(chunk, programOnly: !isBank));
        other.Program = isBank ? 2 : 0;
        Assert.Equal(("Mine", 0.4f), (other.ProgramName, other.Parameter("Swing").Value));
    }

    [Fact]
    public void The_form_of_plain_values_is_read_and_another_plugins_file_is_refused()
    {
        UserPreset preset = PresetExchange.FromProgram(new PresetProgram(0x44725370, 100, "", null, [0.1f, 0.2f], 2), "dir/Plain.fxp");
        Assert.Equal(("Plain", 0.2f, 0.5f), (preset.Program.Name, preset.Program[1], preset.Program[2]));
        Assert.Equal(
            "a.fxp: it is of another plugin, number 0x00000001; DrumSpace's is 0x44725370.",
            Assert.Throws<UserFileException>(() => PresetExchange.FromProgram(new PresetProgram(1, 1, "", [], null, 0), "a.fxp")).Message);
        Assert.Equal(
            "a.fxp: State chunk, byte 0: this is no DrumSpace state.",
            Assert.Throws<UserFileException>(() => PresetExchange.FromProgram(new PresetProgram(0x44725370, 1, "", [1], null, 0), "a.fxp")).Message);
    }

    [Fact]
    public void Presets_survive_the_way_through_both_files_to_the_last_bit()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int trial = 0; trial < 100; trial++)
        {
            UserPreset preset = PresetJsonTests.Random(random) with { Genre = "" };
            byte[] fxp = PresetFile.Write(PresetExchange.ToProgram(preset));
            UserPreset back = PresetExchange.FromProgram(PresetFile.ReadProgram(fxp, "a"), "a");
            Assert.True(PresetJson.Write(preset).AsSpan().SequenceEqual(PresetJson.Write(back)), $"Seed {seed}, trial {trial}.");
            UserPreset fromBank = PresetExchange.FromBank(PresetFile.ReadBank(PresetFile.Write(PresetExchange.ToBank([preset])), "b"), "b")[0];
            Assert.True(PresetJson.Write(preset).AsSpan().SequenceEqual(PresetJson.Write(fromBank)), $"Seed {seed}, trial {trial}.");
        }
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _models.Dispose();
    }
}
