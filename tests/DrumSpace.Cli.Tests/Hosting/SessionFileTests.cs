using DrumSpace.Cli.Commands.Hosting;
using DrumSpace.Host;
using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Tests.Hosting;

/// <summary>Sessions that survive.</summary>
public sealed class SessionFileTests : IDisposable
{
    private const string Nekobi = "/usr/lib/vst/Nekobi-vst.so";

    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-session-").FullName;

    private SessionFile File => new(Path.Combine(_folder, "sessions", "one.json"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_session_comes_back_whole()
    {
        byte[] state = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7))];
        Session saved = new()
        {
            Plugins = [new SessionPlugin("/a/b.clap", "Größe", state, []), new SessionPlugin("/c.so", "C", null, [0, 0.25, 1])],
            Tempo = 133.7,
            Meter = (7, 8),
            Loop = (3.5, 10.5),
        };
        Assert.False(File.Exists);
        File.Save(saved);
        Session again = File.Load();
        Assert.Equal((saved.Tempo, saved.Meter, saved.Loop), (again.Tempo, again.Meter, again.Loop));
        Assert.Equal(saved.Plugins.Select(plugin => (plugin.Path, plugin.Name)), again.Plugins.Select(plugin => (plugin.Path, plugin.Name)));
        Assert.Equal(state, again.Plugins[0].State);
        Assert.Equal([0, 0.25, 1], again.Plugins[1].Values);
        File.Save(saved with { Loop = null });
        Assert.Null(File.Load().Loop);
    }

    [Fact]
    public void A_plugin_without_a_state_of_its_own_keeps_its_parameters()
    {
        Assert.SkipUnless(System.IO.File.Exists(Nekobi), $"No {Nekobi}: apt-get install dpf-plugins-vst");
        using HostedPlugin plugin = HostedPlugin.Load(Nekobi);
        PluginParameter cutoff = plugin.Parameter("Cutoff");
        cutoff.Value = 0.75f;
        File.Save(Session.Of(new LiveChain(plugin), new LiveStatus { Tempo = 99, Meter = (3, 4) }));
        cutoff.Value = 0.1f;
        Session again = File.Load();
        again.Plugins[0].Restore(plugin);
        Assert.Equal(0.75f, cutoff.Value, 3);
        Assert.Equal((99, (3, 4)), (again.Tempo, again.Meter));
    }

    [Theory]
    [InlineData("{}", "this version of DrumSpace reads sessions of format 1 alone.")]
    [InlineData("{ \"format\": 1, \"tempo\": 1000 }", "\"tempo\" is not a tempo.")]
    [InlineData("{ \"format\": 1, \"meter\": [4, 3] }", "\"meter\" is not a meter.")]
    [InlineData("{ \"format\": 1, \"loop\": [4, 4] }", "\"loop\" is not a loop of a 16th or more.")]
    [InlineData("{ \"format\": 1, \"plugins\": [{ }] }", "\"plugins[0].path\" is not a text.")]
    [InlineData("{ \"format\": 1, \"plugins\": [{ \"path\": \"x\", \"state\": \"?\" }] }", "\"plugins[0].state\" is not base64.")]
    public void A_damaged_session_is_named(string content, string message)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File.Path)!);
        System.IO.File.WriteAllText(File.Path, content);
        FormatException error = Assert.Throws<FormatException>(() => File.Load());
        Assert.Equal($"{File.Path}: {message}", error.Message);
    }

    [Theory]
    [InlineData("late night", true)]
    [InlineData("größe", true)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    [InlineData("a\nb", false)]
    [InlineData("a:b", false)]
    public void Names_are_those_of_files_on_every_system(string name, bool isAllowed) => Assert.Equal(isAllowed, SessionFile.IsName(name));
}
