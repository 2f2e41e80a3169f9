using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi;
using DrumSpace.Training.Groove;

namespace DrumSpace.Cli.Tests;

public sealed class CompanionCommandTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-companions").FullName;
    private readonly string _songs;
    private readonly string _bundle;

    public CompanionCommandTests()
    {
        _songs = Directory.CreateDirectory(Path.Combine(_folder, "songs")).FullName;
        _bundle = Directory.CreateDirectory(Path.Combine(_folder, "bundle")).FullName;
        foreach (string file in Directory.GetFiles(Shipped))
        {
            File.Copy(file, Path.Combine(_bundle, Path.GetFileName(file)));
        }

        for (int i = 0; i < 40; i++)
        {
            WriteSong(i);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Groove_fills_and_melody_are_trained_into_a_bundle_and_reported()
    {
        string report = Path.Combine(_folder, "report");
        Assert.Equal(
            0, Run(TrainGrooveCommand.Create(), "--data", _songs, "--bundle", _bundle, "--epochs", "1", "--seed", "3", "--report", report));
        Assert.Equal(
            0, Run(TrainMelodyCommand.Create(), "--data", _songs, "--bundle", _bundle, "--epochs", "1", "--seed", "4", "--report", report));
        Assert.Equal(
            0, Run(TrainFillCommand.Create(), "--data", WriteFills(), "--bundle", _bundle, "--epochs", "1", "--seed", "5", "--report", report));
        using ModelBundle bundle = ModelBundle.Load(_bundle);
        IReadOnlyDictionary<string, string> facts = bundle.Manifest.Training;
        Assert.Equal(("3", "4", "5"), (facts["grooveSeed"], facts["melodySeed"], facts["fillsSeed"]));
        Assert.NotEqual(Read(Shipped, BundleFile.Melody), Read(_bundle, BundleFile.Melody));
        foreach (string name in new[] { "groove.md", "groove.json", "melody.md", "melody.json", "fill.md", "fill.json" })
        {
            Assert.True(new FileInfo(Path.Combine(report, name)).Length > 100, name);
        }
    }

    [Fact]
    public void An_interrupted_training_resumes_from_its_checkpoint_to_the_same_bundle()
    {
        string[] arguments = ["--data", _songs, "--bundle", _bundle, "--epochs", "3"];
        Assert.Equal(0, Run(TrainGrooveCommand.Create(), arguments));
        byte[] whole = Read(_bundle, BundleFile.Groove);
        Assert.NotEqual(whole, Read(Shipped, BundleFile.Groove));
        Assert.Equal(0, Run(CompanionsCommand.Create(), "--from", Shipped, "--bundle", _bundle));

        using (GrooveTrainer run = new(new GrooveOptions { Epochs = 3 }, GrooveData.Read(_songs).Training))
        {
            run.RunEpoch();
            run.Save(_bundle + ".groove.checkpoint");
        }

        Assert.Equal(0, Run(TrainGrooveCommand.Create(), [.. arguments, "--resume"]));
        Assert.Equal(whole, Read(_bundle, BundleFile.Groove));
        Assert.False(File.Exists(_bundle + ".groove.checkpoint"));
        Assert.Equal(1, Run(TrainGrooveCommand.Create(), [.. arguments, "--resume"]));
    }

    [Fact]
    public async Task A_training_cancelled_before_it_starts_leaves_the_bundle()
    {
        byte[] manifest = Read(_bundle, BundleFile.Manifest);
        InvocationConfiguration quiet = new() { Output = TextWriter.Null, Error = TextWriter.Null };
        foreach (Func<Command> create in new[] { TrainGrooveCommand.Create, TrainMelodyCommand.Create })
        {
            ParseResult arguments = create().Parse(["--data", _songs, "--bundle", _bundle]);
            Assert.Equal(130, await arguments.InvokeAsync(quiet, new CancellationToken(canceled: true)));
        }

        Assert.Equal(manifest, Read(_bundle, BundleFile.Manifest));
    }

    [Fact]
    public void Another_bundles_companions_are_copied()
    {
        Assert.Equal(0, Run(CompanionsCommand.Create(), "--from", Shipped, "--bundle", _bundle));
        Assert.Equal(Read(Shipped, BundleFile.Manifest), Read(_bundle, BundleFile.Manifest));
        Assert.Equal(1, Run(CompanionsCommand.Create(), "--from", _songs, "--bundle", _bundle));
    }

    [Fact]
    public void Bad_data_bundles_and_options_fail_and_leave_the_bundle()
    {
        byte[] manifest = Read(_bundle, BundleFile.Manifest);
        foreach (Func<Command> create in new[] { TrainGrooveCommand.Create, TrainMelodyCommand.Create })
        {
            Assert.Equal(1, Run(create(), "--data", Path.Combine(_folder, "missing"), "--bundle", _bundle));
            Assert.Equal(1, Run(create(), "--data", _songs, "--bundle", _songs));
            Assert.Equal(1, Run(create(), "--data", _songs, "--bundle", _bundle, "--epochs", "0"));
        }

        Assert.Equal(manifest, Read(_bundle, BundleFile.Manifest));
    }

    private static byte[] Read(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));

    private static int Run(Command command, params string[] arguments) => command.Parse(arguments).Invoke(new InvocationConfiguration
    {
        Output = TextWriter.Null,
        Error = TextWriter.Null,
    });

    // A bar that is played three times, and toms in its second half before the last time.
    private string WriteFills()
    {
        const int TicksPerStep = 24;
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "fills")).FullName;
        for (int song = 0; song < 40; song++)
        {
            var random = new Random(song);
            int[] notes = [.. Enumerable.Range(0, 16).Select(_ => random.Next(36, 43))];
            TrackChunk drums = new();
            for (int step = 0; step < 16 * 4; step++)
            {
                int note = step / 16 == 2 && step % 16 >= 8 ? random.Next(2) == 0 ? 48 : 45 : notes[step % 16];
                drums.AddNote(step * TicksPerStep, 12, channel: 9, note, velocity: 100);
            }

            MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(4 * TicksPerStep));
            file.Tracks.Add(drums);
            file.Write(Path.Combine(folder, $"song{song}.mid"));
        }

        return folder;
    }

    private void WriteSong(int seed)
    {
        const int TicksPerStep = 24;
        var random = new Random(seed);
        TrackChunk drums = new(), line = new();
        line.Add(0, 0xC0, 80);
        for (int step = 0; step < 16 * 8; step++)
        {
            foreach (int note in new[] { 36, 38, 42 })
            {
                if (random.NextDouble() < 0.4)
                {
                    drums.AddNote(step * TicksPerStep, 12, channel: 9, note, random.Next(1, 128));
                }
            }

            if (random.NextDouble() < 0.4)
            {
                line.AddNote(step * TicksPerStep, TicksPerStep, channel: 0, 60 + random.Next(12), velocity: 90);
            }
        }

        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(4 * TicksPerStep));
        file.Tracks.Add(drums);
        file.Tracks.Add(line);
        file.Write(Path.Combine(_songs, $"song{seed}.mid"));
    }
}
