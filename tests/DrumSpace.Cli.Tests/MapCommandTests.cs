using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests;

public sealed class MapCommandTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "paper-ae");
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-map").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public MapCommandTests()
    {
        Directory.CreateDirectory(Bundle);
        foreach (string file in Directory.GetFiles(Shipped))
        {
            File.Copy(file, Path.Combine(Bundle, Path.GetFileName(file)));
        }
    }

    private string Bundle => Path.Combine(_folder, "bundle");

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_map_is_stored_in_the_bundle_with_its_card_and_drawing()
    {
        WriteSongs(120);
        string svg = Path.Combine(_folder, "map.svg");
        Assert.Equal("", Run(0, "--data", Data, "--points", "100", "--seed", "4", "--svg", svg));
        using ModelBundle bundle = ModelBundle.Load(Bundle);
        Assert.Equal(100, bundle.Map!.Points.Length);
        Assert.Equal(["ballad", "march", "waltz"], bundle.Map.Genres);
        Assert.Equal(("100", "4"), (bundle.Manifest.Training["mapPoints"], bundle.Manifest.Training["mapSeed"]));
        Assert.Contains("## Map\n\n`map.bin`: the latents of 100 patterns", File.ReadAllText(Path.Combine(Bundle, BundleFile.ModelCard)));
        Assert.StartsWith("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
        Assert.Contains("map (t-SNE)", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Wrote 100 points of 3 genres", _output.ToString(), StringComparison.Ordinal);

        byte[] map = File.ReadAllBytes(Path.Combine(Bundle, BundleFile.Map));
        byte[] manifest = File.ReadAllBytes(Path.Combine(Bundle, BundleFile.Manifest));
        Assert.Equal("", Run(0, "--data", Data, "--points", "100", "--seed", "4"));
        Assert.Equal(map, File.ReadAllBytes(Path.Combine(Bundle, BundleFile.Map)));
        Assert.Equal(manifest, File.ReadAllBytes(Path.Combine(Bundle, BundleFile.Manifest)));
    }

    [Fact]
    public void Too_little_data_is_reported_and_leaves_the_bundle()
    {
        WriteSongs(30);
        byte[] manifest = File.ReadAllBytes(Path.Combine(Bundle, BundleFile.Manifest));
        // Each song has two windows: its two bars, and the second with silence after it.
        Assert.Contains("54 unique patterns, and a map needs 91", Run(1, "--data", Data));
        Assert.Contains("no-midi", Run(1, "--data", Path.Combine(_folder, "no-midi")));
        Assert.Equal(manifest, File.ReadAllBytes(Path.Combine(Bundle, BundleFile.Manifest)));
    }

    [Theory]
    [InlineData("90")]
    [InlineData("100001")]
    public void A_number_of_points_out_of_range_is_refused(string points) =>
        Assert.Contains(
            MapCommand.Create().Parse(["--bundle", Bundle, "--data", Data, "--points", points]).Errors,
            error => error.Message.Contains("from 91 to 100000", StringComparison.Ordinal));

    // Returns the error, without the progress on the same stream.
    private string Run(int expected, params string[] arguments)
    {
        _error.GetStringBuilder().Clear();
        InvocationConfiguration streams = new() { Output = _output, Error = _error };
        Assert.Equal(expected, MapCommand.Create().Parse(["--bundle", Bundle, .. arguments]).Invoke(streams));
        int at = _error.ToString().IndexOf("error: ", StringComparison.Ordinal);
        return at < 0 ? "" : _error.ToString()[at..];
    }

    private void WriteSongs(int count)
    {
        Random random = new(7);
        string[] genres = ["ballad", "march", "waltz"];
        for (int i = 0; i < count; i++)
        {
            ushort[] masks = [.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)(random.Next(4) + (4 * random.Next(2))))];
            string folder = Path.Combine(Data, genres[i % genres.Length]);
            Directory.CreateDirectory(folder);
            PatternClip.ToMidiFile(new Pattern(masks), new ClipForm()).Write(Path.Combine(folder, $"{i}.mid"));
        }
    }
}
