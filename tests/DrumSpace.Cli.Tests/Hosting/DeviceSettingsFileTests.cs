using DrumSpace.Cli.Commands.Hosting;
using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Tests.Hosting;

/// <summary>The devices that are kept for each machine.</summary>
public sealed class DeviceSettingsFileTests : IDisposable
{
    private static readonly DeviceSettings Chosen = new()
    {
        Driver = "alsa", AudioOutput = "hw:1", MidiOutputs = ["drum machine:in", "größer:1"], MidiInputs = ["pad:out"], SampleRate = 44100,
        BlockFrames = 128,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-devices-").FullName;

    private string Name => Path.Combine(_folder, "settings", "host.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_chosen_comes_back_on_the_same_machine_and_on_no_other()
    {
        new DeviceSettingsFile(Name, "studio").Save(Chosen);
        DeviceSettings again = new DeviceSettingsFile(Name, "studio").Load();
        Assert.Equal(Chosen with { MidiOutputs = again.MidiOutputs, MidiInputs = again.MidiInputs }, again);
        Assert.Equal(Chosen.MidiOutputs, again.MidiOutputs);
        Assert.Equal(Chosen.MidiInputs, again.MidiInputs);
        Assert.True(new DeviceSettingsFile(Name, "laptop").Load().IsEmpty);
    }

    [Fact]
    public void Other_machines_and_unknown_members_are_kept()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Name)!);
        File.WriteAllText(Name, """
            { "format": 1, "colour": "red", "machines": { "studio": { "driver": "jack", "later": [1] }, "laptop": { "driver": "alsa" } } }
            """);
        new DeviceSettingsFile(Name, "studio").Save(Chosen);
        string text = File.ReadAllText(Name);
        Assert.Contains("\"colour\": \"red\"", text, StringComparison.Ordinal);
        Assert.Contains("\"later\"", text, StringComparison.Ordinal);
        Assert.Equal("alsa", new DeviceSettingsFile(Name, "laptop").Load().Driver);
        new DeviceSettingsFile(Name, "laptop").Save(new DeviceSettings());
        Assert.DoesNotContain("laptop", File.ReadAllText(Name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "it is no JSON")]
    [InlineData("[]", "it has no JSON object.")]
    [InlineData("{ \"format\": 2 }", "this version of DrumSpace reads format 1 alone.")]
    [InlineData("{ \"machines\": { \"studio\": { \"driver\": 3 } } }", "\"machines.studio.driver\" is not a text.")]
    [InlineData("{ \"machines\": { \"studio\": { \"midiInputs\": [3] } } }", "\"machines.studio.midiInputs\" is not a list of texts.")]
    [InlineData("{ \"machines\": { \"studio\": 1 } }", "\"machines.studio\" is not an object.")]
    public void A_damaged_file_is_named_and_left_as_it_is(string content, string message)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Name)!);
        File.WriteAllText(Name, content);
        FormatException error = Assert.Throws<FormatException>(() => new DeviceSettingsFile(Name, "studio").Load());
        Assert.StartsWith(Name + ": " + message, error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Name));
    }

    [Fact]
    public void A_request_has_the_names_that_were_chosen()
    {
        LiveDeviceRequest request = Chosen.Over(new LiveDeviceRequest { Outputs = 6 });
        Assert.Equal(6, request.Outputs);
        Assert.Equal("hw:1", request.AudioOutput);
        Assert.Equal(Chosen.MidiInputs, request.MidiInputs);
        Assert.Equal(128, request.BlockFrames);
    }
}
