using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Presets.Vst2;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>What earlier versions saved is read for ever, to the last value: against what they read themselves.</summary>
public sealed class EarlierStateTests : IDisposable
{
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship").Add("kick", "Kick", alwaysKick: true);

    public static TheoryData<string> States => StateFixture.Names(".bank", ".program", ".clap");

    public static TheoryData<string> Presets => StateFixture.Names(".fxp", ".fxb", ".json");

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_reads_as_it_did_when_it_was_saved(string name)
    {
        byte[] chunk = StateFixture.Read(name);
        using PluginCore core = new(_models.List());
        Assert.True(core.TryLoadState(chunk), core.Status);
        Assert.Equal(StateFixture.ListingOf(name), StateListing.Of(core, ProgramsOf(chunk)));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_that_is_saved_again_reads_the_same(string name)
    {
        byte[] chunk = StateFixture.Read(name);
        using PluginCore core = new(_models.List());
        Assert.True(core.TryLoadState(chunk), core.Status);
        byte[] again = core.SaveState(programOnly: ProgramsOf(chunk) == 1);
        using PluginCore other = new(_models.List());
        Assert.True(other.TryLoadState(again), other.Status);
        Assert.Equal(StateFixture.ListingOf(name), StateListing.Of(other, ProgramsOf(chunk)));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_reads_as_it_did_when_it_was_saved(string name)
    {
        byte[] bytes = StateFixture.Read(name);
        IEnumerable<UserPreset> presets = Path.GetExtension(name) switch
        {
            ".fxp" => [PresetExchange.FromProgram(PresetFile.ReadProgram(bytes, name), name)],
            ".fxb" => PresetExchange.FromBank(PresetFile.ReadBank(bytes, name), name),
            _ => [PresetFolder.Read(StateFixture.PathOf(name))],
        };
        Assert.Equal(StateFixture.ListingOf(name), string.Concat(presets.Select(StateListing.Of)));
    }

    public void Dispose() => _models.Dispose();

    // Of versions 1 to 3: a bank has its current values, and then the number of its programs.
    private static int ProgramsOf(byte[] chunk) => chunk[6] == 1 ? 1 : BitConverter.ToUInt16(chunk, 14 + (4 * BitConverter.ToUInt16(chunk, 12)));
}
