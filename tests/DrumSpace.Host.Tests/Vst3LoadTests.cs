namespace DrumSpace.Host.Tests;

/// <summary>Which files are VST3 plugins, and why others are not.</summary>
public sealed class Vst3LoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-vst3-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("vst3_no_factory", "it has no VST3 factory (GetPluginFactory).")]
    [InlineData("vst3_no_entry", "it has no VST3 exit (ModuleExit).")]
    [InlineData("vst3_entry_fails", "its VST3 entry failed.")]
    [InlineData("vst3_null_factory", "its factory function returned nothing.")]
    [InlineData("vst3_no_class", "there is no audio module in it.")]
    [InlineData("vst3_no_instance", "its factory made no instance.")]
    [InlineData("vst3_refuses_init", "its instance could not be initialized.")]
    [InlineData("vst3_refuses_controller", "its controller could not be initialized.")]
    [InlineData("vst3_no_processor", "its component processes nothing (it has no IAudioProcessor).")]
    [InlineData("vst3_only_doubles", "it does not process samples of 32 bits.")]
    [InlineData("vst3_negative", "it has a negative number of buses or parameters.")]
    [InlineData("vst3_negative_parameters", "it has a negative number of buses or parameters.")]
    public void A_bad_plugin_is_refused_with_its_cause(string name, string cause)
    {
        string path = NativePlugins.Path(name);
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => Vst3Plugin.Load(path));
        Assert.Equal($"{path}: {cause}", e.Message);
    }

    [Fact]
    public void A_bundle_has_the_library_of_this_system()
    {
        string bundle = Path.Combine(_folder, "Bundled.vst3");
        string library = Path.Combine(bundle, "Contents", "x86_64-linux", "Bundled.so");
        Directory.CreateDirectory(Path.GetDirectoryName(library)!);
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => HostedPlugin.Load(bundle));
        Assert.Equal($"{bundle}: this folder has no Contents/x86_64-linux/Bundled.so.", e.Message);
        File.Copy(NativePlugins.Path("vst3_probe"), library);
        foreach (string path in (string[])[bundle, bundle + "/", library])
        {
            using HostedPlugin plugin = HostedPlugin.Load(path);
            Assert.IsType<Vst3Plugin>(plugin);
            Assert.Equal("Probe", plugin.Name);
            Assert.Equal(path.TrimEnd('/'), plugin.Path);
        }
    }

    [Fact]
    public void A_file_named_vst3_is_VST3_whatever_its_case_and_a_missing_one_is_named()
    {
        string file = Path.Combine(_folder, "Single.VST3");
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => HostedPlugin.Load(file));
        Assert.Equal($"{file}: no such file.", e.Message);
        File.Copy(NativePlugins.Path("vst3_probe"), file);
        using HostedPlugin plugin = HostedPlugin.Load(file);
        Assert.IsType<Vst3Plugin>(plugin);
    }

    [Fact]
    public void A_library_of_another_format_is_no_VST3_plugin()
    {
        string path = NativePlugins.Path("probe");
        PluginLoadException e = Assert.Throws<PluginLoadException>(() => Vst3Plugin.Load(path));
        Assert.Equal($"{path}: it has no VST3 factory (GetPluginFactory).", e.Message);
        using HostedPlugin plugin = HostedPlugin.Load(path);
        Assert.IsType<Vst2Plugin>(plugin);
    }

    [Fact]
    public void Instances_on_several_threads_share_a_library() =>
        Parallel.For(0, 32, _ =>
        {
            using Vst3Plugin plugin = Vst3Plugin.Load(NativePlugins.Path("vst3_probe"));
            plugin.Configure(48000, 64);
            plugin.Resume();
            plugin.Process(64);
            Assert.Equal(7, plugin.Emitted.Length);
        });
}
