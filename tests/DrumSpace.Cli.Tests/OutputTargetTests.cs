using System.CommandLine;
using DrumSpace.Cli.Commands;

namespace DrumSpace.Cli.Tests;

/// <summary>What cannot be written is found before anything else: here nothing else that the commands need is there.</summary>
public sealed class OutputTargetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-target").FullName;
    private readonly StringWriter _error = new();

    public OutputTargetTests() => File.WriteAllText(At("file"), "mine");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("song", "--bundle", "none", "-o")]
    [InlineData("explore", "--bundle", "none", "-o")]
    [InlineData("programs", "--bundle", "none", "-o")]
    [InlineData("play", "--plugin", "none.so", "-o")]
    [InlineData("play", "--plugin", "none.so", "--wav")]
    [InlineData("map", "--bundle", "none", "--data", "none", "--svg")]
    [InlineData("build", "none", "-o")]
    [InlineData("merge", "none", "-o")]
    public void A_file_needs_a_folder_and_is_not_one(params string[] command)
    {
        string lost = At("no/such/file");
        Assert.Equal($"error: {lost}: there is no folder '{Path.GetDirectoryName(lost)}'.", Run([.. command, lost]));
        Assert.Equal($"error: '{_folder}' is a folder, not a file.", Run([.. command, _folder]));
    }

    [Theory]
    [InlineData("sample", "--bundle", "none", "-o")]
    [InlineData("train", "--data", "none", "-o")]
    [InlineData("evaluate", "--bundle", "none", "-o")]
    [InlineData("structure", "none", "-o")]
    [InlineData("train-groove", "--bundle", "none", "--data", "none", "--report")]
    [InlineData("demo", "--plugin", "none.so", "-o")]
    public void A_folder_is_not_below_a_file(params string[] command)
    {
        Assert.Equal($"error: '{At("file")}' is a file, not a folder.", Run([.. command, At("file")]));
        Assert.Equal($"error: '{At("file")}' is a file, not a folder.", Run([.. command, At("file/sub")]));
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Only Linux has such a folder for every user.");
        Assert.Equal("error: '/proc/self/x.mid' cannot be written here.", Run("song", "--bundle", "none", "-o", "/proc/self/x.mid"));
        Assert.Equal("error: '/proc/self/x' cannot be written here.", Run("sample", "--bundle", "none", "-o", "/proc/self/x"));
    }

    [Fact]
    public void The_check_leaves_no_file_and_no_folder_and_changes_none()
    {
        Run("song", "--bundle", "none", "-o", At("new.mid"));
        Run("song", "--bundle", "none", "-o", At("file"));
        Run("sample", "--bundle", "none", "-o", At("a/b/c"));
        Assert.Equal(At("file"), Assert.Single(Directory.GetFileSystemEntries(_folder)));
        Assert.Equal("mine", File.ReadAllText(At("file")));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Run(params string[] arguments)
    {
        Command command = arguments[0] switch
        {
            "song" => SongCommand.Create(),
            "explore" => ExploreCommand.Create(),
            "programs" => ProgramsCommand.Create(),
            "play" => PlayCommand.Create(),
            "map" => MapCommand.Create(),
            "build" => DatasetBuildCommand.Create(),
            "merge" => DatasetMergeCommand.Create(),
            "sample" => SampleCommand.Create(),
            "train" => TrainCommand.Create(),
            "evaluate" => EvaluateCommand.Create(),
            "structure" => StructureCommand.Create(),
            "train-groove" => TrainGrooveCommand.Create(),
            _ => DemoCommand.Create(),
        };
        _error.GetStringBuilder().Clear();
        Assert.Equal(1, command.Parse(arguments[1..]).Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = _error }));
        return _error.ToString().TrimEnd();
    }
}
