namespace DrumSpace.Host.Tests;

public sealed class PluginLoadTests
{
    [Fact]
    public void A_missing_file_is_named()
    {
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => Vst2Plugin.Load("/nowhere/none.so"));
        Assert.Equal("/nowhere/none.so: no such file.", e.Message);
    }

    [Fact]
    public void A_folder_is_no_plugin()
    {
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => Vst2Plugin.Load(AppContext.BaseDirectory));
        Assert.EndsWith(": this is a folder, not a plugin.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused_with_the_systems_reason()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a library");
            PluginLoadException e = Assert.Throws<PluginLoadException>(() => Vst2Plugin.Load(path));
            Assert.StartsWith(path + ": the system cannot load it as a library:", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("no_entry", "it has no VST2 entry (neither VSTPluginMain nor main).")]
    [InlineData("null_effect", "its entry returned no effect.")]
    [InlineData("wrong_magic", "its effect begins with 0x12345678, not with the VST2 magic 0x56737450.")]
    [InlineData("no_process", "its effect has no dispatcher or no processReplacing.")]
    [InlineData("negative", "its effect has a negative number of parameters, programs, inputs or outputs.")]
    public void A_bad_plugin_is_refused_with_its_cause(string name, string cause)
    {
        string path = NativePlugins.Path(name);
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => Vst2Plugin.Load(path));
        Assert.Equal($"{path}: {cause}", e.Message);
    }

    [Theory]
    [InlineData("probe")]
    [InlineData("old_entry")]
    public void Both_names_of_the_entry_point_work(string name)
    {
        using Vst2Plugin plugin = Vst2Plugin.Load(NativePlugins.Path(name));
        Assert.Equal("Probe", plugin.Name);
        Assert.Equal("Nobody", plugin.Vendor);
        Assert.Equal(2400, plugin.VstVersion);
        Assert.Equal(7, plugin.Version);
        Assert.Equal(0x50726f62, plugin.UniqueId);
        Assert.Equal(2, plugin.OutputCount);
        Assert.True(plugin.WantedMidi, "the probe asks for MIDI before its entry returns");
    }

    [Fact]
    public void Calls_of_two_instances_are_not_mixed_up()
    {
        using Vst2Plugin first = Probe.Load();
        using Vst2Plugin second = Probe.Load();
        second.VendorSpecific(3, 0, []);
        Assert.True(first.Edits.IsEmpty);
        Assert.Equal(3, second.Edits.Length);
    }
}
