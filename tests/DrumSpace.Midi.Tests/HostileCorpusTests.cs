using System.Diagnostics;
using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>Folders as people have them: a bad entry costs one line, and the rest is read.</summary>
public sealed class HostileCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-hostile").FullName;

    public HostileCorpusTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Unix has such entries.");
        Pattern pattern = new([.. Enumerable.Range(0, 32).Select(step => (ushort)(step % 4))]);
        Directory.CreateDirectory(At("z"));
        PatternClip.ToMidiFile(pattern, new ClipForm()).Write(At("a.mid"));
        PatternClip.ToMidiFile(pattern, new ClipForm()).Write(At("z/z.mid"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_name_that_is_not_UTF_8_costs_one_line()
    {
        // "Für Elise.mid" and a folder of such a name, in Latin-1.
        Shell("printf x > \"$(printf 'F\\374r Elise.mid')\"; mkdir \"$(printf 'f\\374r')\"; cp a.mid \"$(printf 'f\\374r')\"");
        AssertBothAreRead("F\uFFFDr Elise.mid: its name is not UTF-8", "f\uFFFDr: its name is not UTF-8");
        Shell("rm -rf F* f*");
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_costs_one_line()
    {
        Assert.SkipWhen(Environment.UserName == "root", "No folder is closed to root.");
        Shell("mkdir lost+found; chmod 000 lost+found");
        AssertBothAreRead($"lost+found: Access to the path '{At("lost+found")}' is denied.");
        Shell("chmod 700 lost+found");
    }

    [Fact]
    public void A_folder_whose_path_is_too_long_costs_one_line()
    {
        // Each name has 250 characters, and a path at most 4096.
        Shell("for i in $(seq 17); do mkdir $(printf 'b%.0s' $(seq 250)); cd b*; done");
        Dataset dataset = Build();
        Shell("rm -rf b*");
        Assert.StartsWith(At("bbb"), Assert.Single(dataset.Refused).Path, StringComparison.Ordinal);
        Assert.Equal(2, dataset.Summary.FilesRead);
    }

    [Fact]
    public void Pipes_devices_and_links_that_loop_or_lead_nowhere_cost_a_line_each()
    {
        Shell("mkfifo b.mid; ln -s /dev/zero c.mid; ln -s d.mid d.mid; ln -s nowhere e.mid; ln -s .. parent; mkdir f.mid");
        RefusedFile[] refused = [.. Build().Refused];
        Assert.Equal(["b.mid", "c.mid", "d.mid", "e.mid"], refused.Select(one => Path.GetFileName(one.Path)));
        Assert.Equal($"{At("b.mid")}: '{At("b.mid")}' is a pipe, not a file.", refused[0].ToString());
        Assert.Equal(2, Build().Summary.FilesRead);
    }

    [Fact]
    public void An_info_csv_that_never_ends_costs_one_line()
    {
        Shell("mkfifo info.csv");
        AssertBothAreRead($"info.csv: '{At("info.csv")}' is a pipe, not a file.");
        Shell("rm info.csv; ln -s /dev/zero info.csv");
        AssertBothAreRead($"info.csv: '{At("info.csv")}' is a device, not a file.");
    }

    [Fact]
    public void Exactly_one_shard_tells_of_a_bad_entry()
    {
        Shell("mkfifo b.mid");
        IEnumerable<DatasetShard> shards = Enumerable.Range(0, 3).Select(index => DatasetShard.Build(
            new PatternSource([new CorpusFolder(_folder)], shard: new CorpusShard(index, 3))));
        Assert.Equal(At("b.mid"), Assert.Single(shards.SelectMany(shard => shard.Summary.Refused)).Path);
    }

    private void AssertBothAreRead(params string[] lines)
    {
        Dataset dataset = Build();
        Assert.Equal(lines.Select(At), dataset.Refused.Select(refused => refused.ToString()));
        Assert.Equal((2, lines.Length), (dataset.Summary.FilesRead, dataset.Summary.FilesRefused));
    }

    private Dataset Build() => Dataset.Build(new PatternSource([new CorpusFolder(_folder)]));

    private string At(string name) => Path.Combine(_folder, name);

    private void Shell(string script)
    {
        using Process shell = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = _folder })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
