using System.Diagnostics;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Files;

/// <summary>
/// The folders that are read while a host waits, as people have them: a bad entry costs one line, the rest is read, and nothing waits.
/// </summary>
[Collection("log")]
public sealed class HostileFolderTests : IDisposable
{
    private const string Kit = """{ "format": 1, "name": "Good", "notes": { "kick": 1 } }""";
    private const string Preset = """{ "format": 1, "name": "Good", "values": { "z1": 0.25 } }""";
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-hostile-").FullName;
    private readonly List<string> _log = [];

    public HostileFolderTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Unix has such entries.");

    public static TheoryData<string, string> BadEntries => new()
    {
        { "mkfifo bad.json", "' is a pipe, not a file." },
        { "ln -s /dev/zero bad.json", "' is a device, not a file." },
        { "ln -s bad.json bad.json", "bad.json" },
        { "ln -s nowhere bad.json", "bad.json" },
        { "mkdir bad.json", "' is a folder, not a file." },
        { "truncate -s 100G bad.json", "is too long: at most 1048576 bytes are read." },
        { "printf '[%.0s' $(seq 100000) > bad.json", "this is no JSON" },
        { "printf x > \"$(printf 'Gr\\374n.json')\"", "Gr\uFFFDn.json: it is left out, because its name is not UTF-8." },
        { "python3 -c \"import socket; socket.socket(socket.AF_UNIX).bind('bad.json')\"", "' is a socket, not a file." },
    };

    public void Dispose()
    {
        // .NET finds no way to names that are not UTF-8.
        Shell("chmod -R u+rwX .; rm -rf ./*");
        Directory.Delete(_folder);
    }

    [Theory]
    [MemberData(nameof(BadEntries))]
    public void A_bad_kit_map_costs_one_line(string make, string line)
    {
        Shell(make);
        File.WriteAllText(At("good.json"), Kit);
        KitList list = Promptly(() => new KitList([_folder], _log.Add));
        Assert.Equal("Good", list.TextOf(KitList.BuiltInCount));
        Assert.Contains(line, Assert.Single(_log, entry => !entry.Contains("plays the note of")));
    }

    [Theory]
    [MemberData(nameof(BadEntries))]
    public void A_bad_preset_costs_one_line(string make, string line)
    {
        Shell(make);
        File.WriteAllText(At("good.json"), Preset);
        Assert.Equal(At("good.json"), Assert.Single(Promptly(() => new PresetFolder(_folder).Read(_log.Add))).File);
        Assert.Contains(line, Assert.Single(_log));
    }

    [Theory]
    [InlineData("mkdir bad; mkfifo bad/manifest.json", "it is empty, or it is not a file")]
    [InlineData("mkdir bad; ln -s /dev/zero bad/manifest.json", "it is empty, or it is not a file")]
    [InlineData("mkdir bad; ln -s manifest.json bad/manifest.json", "bad")]
    [InlineData("mkdir bad; truncate -s 100G bad/manifest.json", "bytes, and at most")]
    [InlineData("ln -s bad bad", "bad: the model is left out")]
    [InlineData("ln -s nowhere bad", "bad: the model is left out: the link leads nowhere.")]
    [InlineData("cp -r good \"$(printf 'b\\344d')\"", "b\uFFFDd: it is left out, because its name is not UTF-8.")]
    public void A_bad_model_costs_one_line(string make, string line)
    {
        using TestModels models = new TestModels().Add("good", "Good");
        Shell($"cp -r '{Path.Combine(models.Folder, "good")}' good; mkdir notes; touch readme.txt; mkfifo pipe; ln -s .. parent; {make}");
        ModelList list = Promptly(() => new ModelList([_folder], _log.Add));
        Assert.Equal(["Good"], Enumerable.Range(0, ModelList.MaxCount).Select(index => list[index]?.Name).OfType<string>());
        Assert.Contains(line, Assert.Single(_log));
    }

    [Fact]
    public void A_closed_folder_costs_one_line()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "No folder is closed to root.");
        using TestModels models = new TestModels().Add("good", "Good");
        Shell($"cp -r '{Path.Combine(models.Folder, "good")}' good; cp -r good bad; chmod 000 bad");
        Assert.Equal("Good", new ModelList([_folder], _log.Add)[4]!.Name);
        _ = new KitList([At("bad")], _log.Add);
        Assert.Empty(new PresetFolder(At("bad")).Read(_log.Add));
        _ = new KitList([At("bad/below")], _log.Add);
        Assert.Equal(4, _log.Count);
        Assert.All(_log, line => Assert.StartsWith(At("bad"), line));
    }

    [Fact]
    public void A_file_or_a_link_to_nowhere_in_a_folders_place_costs_one_line_and_no_folder_costs_none()
    {
        Shell("touch file; ln -s nowhere link; mkfifo pipe");
        Assert.Empty(FolderListing.Of(At("missing"), "*", _log.Add));
        Assert.Empty(_log);
        Assert.All((string[])["file", "link", "pipe"], name => Assert.Empty(Promptly(() => FolderListing.Of(At(name), "*", _log.Add))));
        Assert.Equal(["file", "link", "pipe"], _log.Select(line => Path.GetFileName(line.Split(": ")[0])));
    }

    [Fact]
    public void A_folder_with_more_entries_than_anybody_needs_is_cut_with_one_line()
    {
        Shell("seq -f 'f%05g.json' 3000 | xargs touch");
        IReadOnlyList<string> entries = FolderListing.Of(_folder, "*.json", _log.Add);
        Assert.Equal(FolderListing.MaxEntries, entries.Count);
        Assert.Equal(entries.Order(StringComparer.Ordinal), entries);
        Assert.Equal($"{_folder}: it has more than 1000 entries; the others are left out.", Assert.Single(_log));
    }

    [Fact]
    public void A_pipe_in_the_logs_place_is_not_waited_for()
    {
        Shell("mkfifo log");
        string? before = Environment.GetEnvironmentVariable("DRUMSPACE_LOG");
        Environment.SetEnvironmentVariable("DRUMSPACE_LOG", At("log"));
        try
        {
            Promptly(() =>
            {
                PluginLog.Write("nobody reads");
                return true;
            });
        }
        finally
        {
            Environment.SetEnvironmentVariable("DRUMSPACE_LOG", before);
        }
    }

    private static T Promptly<T>(Func<T> read)
    {
        Task<T> reading = Task.Run(read);
        Assert.True(reading.Wait(TimeSpan.FromSeconds(30)), "It waits for ever.");
        return reading.Result;
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Shell(string script)
    {
        using Process shell = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = _folder })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
