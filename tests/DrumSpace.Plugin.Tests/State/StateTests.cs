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
            saved.Parameters[index].Value = 0.1f + (0.15f * index);
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
            saved.Parameter("Z3").Value = program / 100f;
        }

        Assert.True(restored.SetState(saved.GetState()));
        for (int program = 0; program < saved.ProgramCount; program++)
        {
            restored.Program = program;
            Assert.Equal($"Own {program}", restored.ProgramName);
            Assert.Equal(program / 100f, restored.Parameter("Z3").Value);
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
        for (int index = 0; index < 5; index++)
        {
            plugin.Parameters[index].Value = index / 4f;
        }

        // Header, name, five floats: 0, 0.25, 0.5, 0.75, 1.
        byte[] expected = Convert.FromHexString(
            "44725370" + "0100" + "0100" + "19000000" + "024162" + "0500" + "00000000" + "0000803E" + "0000003F" + "0000403F" + "0000803F");
        Assert.Equal(expected, plugin.GetState(programOnly: true));
    }

    [Fact]
    public void A_chunk_from_before_a_parameter_was_appended_leaves_it_at_its_default()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        float kit = plugin.Parameter("Kit Vol").Value;
        plugin.Parameter("Kit Vol").Value = 0;
        byte[] older = Convert.FromHexString("44725370" + "0100" + "0100" + "0D000000" + "024162" + "0200" + "0000803E" + "0000003F");
        Assert.True(plugin.SetState(older, programOnly: true));
        Assert.Equal([0.25f, 0.5f, 0.5f, 0.5f, kit], plugin.Parameters.Select(p => p.Value));
    }
}
