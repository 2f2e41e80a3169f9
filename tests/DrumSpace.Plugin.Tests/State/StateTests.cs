using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.State;

public class StateTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_saved_state_brings_every_parameter_back_in_another_instance(bool programOnly)
    {
        using Vst2Plugin saved = BuiltPlugin.Load();
        using Vst2Plugin restored = BuiltPlugin.Load();
        saved.Program = 2;
        saved.ProgramName = "Mine, für später";
        for (int index = 0; index < saved.Parameters.Count; index++)
        {
            saved.Parameters[index].Value = 0.1f + (0.15f * index % 0.9f);
        }

        // A command is no state.
        foreach (string command in (string[])["Store", "MIDI Learn", "Find Beat", "Undo", "Capture", "Fill Now"])
        {
            saved.Parameter(command).Value = 0;
        }

        Assert.True(restored.SetState(saved.GetState(programOnly), programOnly));
        Assert.Equal(saved.Parameters.Select(p => p.Value), restored.Parameters.Select(p => p.Value));
        Assert.Equal("Mine, für später", restored.ProgramName);
        Assert.Equal(programOnly ? 0 : 2, restored.Program);
        Assert.Equal(saved.GetState(programOnly), restored.GetState(programOnly));
    }

    [Fact]
    public void A_bank_brings_every_program_back()
    {
        using Vst2Plugin saved = BuiltPlugin.Load();
        using Vst2Plugin restored = BuiltPlugin.Load();
        for (int program = 0; program < saved.ProgramCount; program++)
        {
            saved.Program = program;
            saved.ProgramName = $"Own {program}";
            saved.Parameter("Z3").Value = program / 128f;
        }

        Assert.True(restored.SetState(saved.GetState()));
        for (int program = 0; program < saved.ProgramCount; program++)
        {
            restored.Program = program;
            Assert.Equal($"Own {program}", restored.ProgramName);
            Assert.Equal(program / 128f, restored.Parameter("Z3").Value);
        }
    }

    [Fact]
    public void The_same_state_gives_the_same_bytes_at_any_time_and_in_any_instance()
    {
        using Vst2Plugin one = BuiltPlugin.Load();
        byte[] first = one.GetState();
        using Vst2Plugin other = BuiltPlugin.Load();
        Assert.Equal(first, one.GetState());
        Assert.Equal(first, other.GetState());
    }

    [Fact]
    public void A_program_chunk_is_the_bytes_that_its_layout_promises()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.ProgramName = "Ab";
        for (int knob = 0; knob < 4; knob++)
        {
            plugin.Parameters[knob].Value = 0.5f;
        }

        plugin.Parameter("Z2").Value = 0.25f;
        plugin.Parameter("Kit Vol").Value = 1;

        // An empty place of the models, which keeps no name.
        plugin.Parameter("Model").Value = 0.5f;

        // The song's kit and model, and the switch of the slot keys; the program's name and its z2; all else is at its default. Then no
        // rows, and eight slots, none filled; and the pattern that the knobs lead to, with a groove.
        const string keys = "0C736C6F742D6B6579732D6F6E00000000";
        const string programs = "0300" + "036B69740000803F" + "056D6F64656C0000003F" + keys + "024162" + "0100" + "027A320000803E";
        byte[] expected = Convert.FromHexString(
            "44725370" + "0400" + "0100" + "710B0000" + "5052474D" + "31000000" + programs + "534C4F54" + "0C000000" + "0000" + "0800" + "0000000000000000"
            + "524F5753" + "1C0B0000" + "0100FF3F");
        byte[] state = plugin.GetState(programOnly: true);
        Assert.Equal(expected, state[..expected.Length]);
        Assert.Equal(state.Length, expected.Length - 4 + 2844);
    }

    [Fact]
    public void A_chunk_from_before_a_parameter_was_appended_leaves_it_at_its_default()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        float kit = plugin.Parameter("Kit Vol").Value;
        plugin.Parameter("Kit Vol").Value = 0;
        byte[] older = Convert.FromHexString("44725370" + "0100" + "0100" + "0D000000" + "024162" + "0200" + "0000803E" + "0000003F");
        Assert.True(plugin.SetState(older, programOnly: true));
        Assert.Equal([0.25f, 0.5f, 0.5f, 0.5f, kit], plugin.Parameters.Take(5).Select(p => p.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chunk_of_the_first_version_with_its_five_parameters_is_taken_and_the_rest_stands_at_its_defaults(bool programOnly)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        float[] defaults = [.. plugin.Parameters.Select(p => p.Value)];
        foreach (PluginParameter parameter in plugin.Parameters)
        {
            parameter.Value = 0.7f;
        }

        // Values 0, 0.25, 0.5, 0.75, 1; a bank has them as current values and in its one program, named Ab.
        const string values = "0500" + "00000000" + "0000803E" + "0000003F" + "0000403F" + "0000803F";
        string hex = programOnly
            ? "44725370" + "0100" + "0100" + "19000000" + "024162" + values
            : "44725370" + "0100" + "0000" + "33000000" + values + "0100" + "0000" + "024162" + values;
        Assert.True(plugin.SetState(Convert.FromHexString(hex), programOnly));
        Assert.Equal([0, 0.25f, 0.5f, 0.75f, 1, .. defaults[5..]], plugin.Parameters.Select(p => p.Value));
        Assert.Equal("Ab", plugin.ProgramName);
    }
}
