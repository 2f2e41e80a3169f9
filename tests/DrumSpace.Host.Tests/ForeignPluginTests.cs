namespace DrumSpace.Host.Tests;

/// <summary>Plugins that others wrote, as Debian packages them.</summary>
public sealed class ForeignPluginTests
{
    private const string Nekobi = "/usr/lib/vst/Nekobi-vst.so";
    private const string Amsynth = "/usr/lib/vst/amsynth_vst.so";
    private const string Reverb = "/usr/lib/vst/MVerb-vst.so";
    private const string Compressor = "/usr/lib/vst/lsp-plugins/compressor-stereo.so";

    [Theory]
    [InlineData(Nekobi, "dpf-plugins-vst", "Nekobi")]
    [InlineData(Amsynth, "amsynth", "amsynth")]
    public void An_instrument_sounds_when_played_and_only_then(string path, string package, string name)
    {
        using Vst2Plugin plugin = Load(path, package);
        Assert.Contains(name, plugin.Name, StringComparison.OrdinalIgnoreCase);
        Assert.True(plugin.Flags.HasFlag(Abi.Vst2.EffectFlags.IsSynth));
        plugin.Transport = new HostTransport(48000, 120);
        plugin.Configure(48000, 256);
        plugin.Resume();
        float silence = Peak(plugin, 20);
        plugin.QueueMidi(new ShortMessage(10, 0x90, 45, 110));
        float sound = Peak(plugin, 40);
        Assert.True(silence < 1e-3, $"silence peaks at {silence}");
        Assert.True(sound > 0.01, $"a note peaks at {sound}");
    }

    [Theory]
    [InlineData(Reverb, "dpf-plugins-vst")]
    [InlineData(Compressor, "lsp-plugins-vst")]
    public void An_effect_passes_audio_on(string path, string package)
    {
        using Vst2Plugin plugin = Load(path, package);
        Assert.Equal(2, plugin.InputCount);
        plugin.Transport = new HostTransport(48000, 120);
        plugin.Configure(48000, 256);
        plugin.Resume();
        for (int channel = 0; channel < 2; channel++)
        {
            Span<float> input = plugin.Input(channel);
            for (int i = 0; i < input.Length; i++)
            {
                input[i] = MathF.Sin(2 * MathF.PI * i * 3 / 256) / 2;
            }
        }

        float sound = Peak(plugin, 200);
        Assert.InRange(sound, 0.01f, 4f);
    }

    [Theory]
    [InlineData(Nekobi, "dpf-plugins-vst")]
    [InlineData(Amsynth, "amsynth")]
    [InlineData(Compressor, "lsp-plugins-vst")]
    public void Parameters_have_names_and_keep_their_values(string path, string package)
    {
        using Vst2Plugin plugin = Load(path, package);
        Assert.NotEmpty(plugin.Parameters);
        Assert.All(plugin.Parameters, p => Assert.NotEmpty(p.Name));

        // Switches and steps do not take a quarter, but most parameters must.
        int kept = plugin.Parameters.Count(p =>
        {
            p.Value = 0.25f;
            return MathF.Abs(p.Value - 0.25f) < 0.01f;
        });
        Assert.True(kept * 2 > plugin.Parameters.Count, $"{kept} of {plugin.Parameters.Count} parameters kept a quarter");
    }

    // amsynth itself loses the first parameter of a program without a name; lsp's 0, 3 and 4 are switches.
    [Theory]
    [InlineData(Amsynth, "amsynth", 1, 2, 3)]
    [InlineData(Compressor, "lsp-plugins-vst", 1, 2)]
    public void State_makes_a_round_trip_to_a_second_instance(string path, string package, params int[] parameters)
    {
        byte[] state;
        using (Vst2Plugin first = Load(path, package))
        {
            first.Configure(48000, 256);
            foreach (int parameter in parameters)
            {
                first.Parameters[parameter].Value = 0.75f;
            }

            state = first.GetState();
        }

        using Vst2Plugin second = Load(path, package);
        second.Configure(48000, 256);
        Assert.All(parameters, p => Assert.NotEqual(0.75f, second.Parameters[p].Value, 0.01f));
        second.SetState(state);
        second.Resume();
        second.Process(256);
        Assert.All(parameters, p => Assert.Equal(0.75f, second.Parameters[p].Value, 0.01f));
    }

    [Fact]
    public void A_plugin_without_chunks_refuses_to_save_one()
    {
        using Vst2Plugin plugin = Load(Nekobi, "dpf-plugins-vst");
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => plugin.GetState());
        Assert.Equal("Nekobi keeps no state chunk; its state is its parameters' values.", e.Message);
    }

    private static Vst2Plugin Load(string path, string package)
    {
        Assert.SkipUnless(File.Exists(path), $"No {path}: apt-get install {package}");
        return Vst2Plugin.Load(path);
    }

    private static float Peak(Vst2Plugin plugin, int blocks)
    {
        float peak = 0;
        for (int block = 0; block < blocks; block++)
        {
            plugin.Process(plugin.BlockSize);
            for (int channel = 0; channel < plugin.OutputCount; channel++)
            {
                foreach (float sample in plugin.Output(channel))
                {
                    peak = MathF.Max(peak, MathF.Abs(sample));
                }
            }
        }

        return peak;
    }
}
