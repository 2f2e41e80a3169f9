using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi;

namespace DrumSpace.Cli.Tests;

public sealed class TrainCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-train").FullName;
    private readonly string _songs;
    private readonly string _bundle;

    public TrainCommandTests()
    {
        _songs = Directory.CreateDirectory(Path.Combine(_folder, "songs")).FullName;
        _bundle = Path.Combine(_folder, "bundle");
        for (int i = 0; i < 40; i++)
        {
            WriteSong(i);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_writes_a_bundle_that_loads_and_leaves_no_checkpoint()
    {
        Assert.Equal(0, Run("--data", _songs, "--epochs", "6", "--seed", "3", "--name", "Forty songs", "-o", _bundle));
        using ModelBundle bundle = ModelBundle.Load(_bundle);
        Assert.Equal("Forty songs", bundle.Manifest.Name);
        Assert.Equal(("6", "3"), (bundle.Manifest.Training["epochs"], bundle.Manifest.Training["seed"]));
        Assert.False(File.Exists(_bundle + ".checkpoint"));
    }

    [Fact]
    public void A_seed_gives_the_same_bundle_again()
    {
        string other = Path.Combine(_folder, "other");
        Assert.Equal(0, Run("--data", _songs, "--epochs", "2", "--seed", "4", "-o", _bundle));
        Assert.Equal(0, Run("--data", _songs, "--epochs", "2", "--seed", "4", "-o", other));
        Assert.Equal(File.ReadAllText(Path.Combine(_bundle, "manifest.json")), File.ReadAllText(Path.Combine(other, "manifest.json")));
    }

    [Fact]
    public void Options_come_from_a_file_and_the_command_line_goes_before()
    {
        string file = Path.Combine(_folder, "trial.json");
        File.WriteAllText(file, """{"epochs": 2, "seed": 9}""");
        Assert.Equal(0, Run("--data", _songs, "--options", file, "--epochs", "3", "-o", _bundle));
        using ModelBundle bundle = ModelBundle.Load(_bundle);
        Assert.Equal(("3", "9"), (bundle.Manifest.Training["epochs"], bundle.Manifest.Training["seed"]));

        File.WriteAllText(file, """{"epochz": 2}""");
        StringWriter error = new();
        Assert.Equal(1, Run(error, "--data", _songs, "--options", file, "-o", _bundle));
        Assert.Contains($"{file}: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("epochz", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_data_and_options_fail_without_a_bundle()
    {
        Assert.Equal(1, Run("--data", Path.Combine(_folder, "missing"), "-o", _bundle));
        Assert.Equal(1, Run("--data", _songs, "--epochs", "0", "-o", _bundle));
        Assert.Equal(1, Run("--data", _songs, "--resume", "-o", _bundle));
        Assert.Equal(1, Run("--data", _songs, "--credits", Path.Combine(_folder, "missing.md"), "-o", _bundle));
        Assert.NotEqual(0, Run("--data", _songs, "--model", "unheard-of", "-o", _bundle));
        Assert.False(File.Exists(Path.Combine(_bundle, "manifest.json")));
    }

    [Fact]
    public void A_GPU_is_refused_by_one_line_that_says_what_it_needs()
    {
        var error = new StringWriter();
        Assert.Equal(1, Run(error, "--data", _songs, "--device", "cuda", "-o", _bundle));
        Assert.Contains("TorchSharp", Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(Directory.Exists(_bundle));
        Assert.NotEqual(0, Run("--data", _songs, "--device", "abacus", "-o", _bundle));
    }

    private static int Run(params string[] arguments) => Run(TextWriter.Null, arguments);

    private static int Run(TextWriter error, params string[] arguments) => TrainCommand.Create().Parse(arguments).Invoke(
        new InvocationConfiguration { Output = TextWriter.Null, Error = error });

    private void WriteSong(int seed)
    {
        const int TicksPerStep = 24;
        var random = new Random(seed);
        var track = new TrackChunk();
        for (int step = 0; step < 16 * 8; step++)
        {
            foreach (int note in new[] { 36, 38, 42 })
            {
                if (random.NextDouble() < 0.4)
                {
                    track.AddNote(step * TicksPerStep, 12, channel: 9, note, velocity: 100);
                }
            }
        }

        var file = new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(4 * TicksPerStep));
        file.Tracks.Add(track);
        file.Write(Path.Combine(_songs, $"song{seed}.mid"));
    }
}
