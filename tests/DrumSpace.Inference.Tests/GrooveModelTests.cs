using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class GrooveModelTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private readonly BundleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Playing_allocates_nothing()
    {
        using ModelBundle bundle = ModelBundle.Load(Shipped);
        using GrooveModel groove = new(bundle);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        Pattern pattern = new([.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)(step * 37))]);
        groove.Play(pattern, velocities, offsets);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 2000; i++)
        {
            groove.Play(pattern, velocities, offsets);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Every_hit_sounds_and_nothing_else_does()
    {
        using ModelBundle bundle = ModelBundle.Load(Shipped);
        using GrooveModel groove = new(bundle);
        bundle.Dispose();
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        Pattern pattern = new([.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)(1 << (step % Pattern.VoiceCount)))]);
        groove.Play(pattern, velocities, offsets);
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            bool isHit = pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount);
            Assert.Equal(isHit, velocities[cell] > 0);
            Assert.InRange(velocities[cell], 0, 1);
            Assert.InRange(offsets[cell], isHit ? -0.5f : 0, isHit ? 0.5f : 0);
        }

        Assert.Throws<ArgumentException>(() => groove.Play(pattern, velocities.AsSpan(1), offsets));
    }

    [Fact]
    public void A_bundle_without_a_groove_says_so()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.False(bundle.HasGroove);
        Assert.Contains("groove.onnx", Assert.Throws<InvalidOperationException>(() => new GrooveModel(bundle)).Message);
    }

    [Fact]
    public void A_network_that_is_no_groove_is_refused()
    {
        BundleWriter.Extend(
            _folder.Path,
            new Dictionary<string, byte[]> { [BundleFile.Groove] = Golden.Files[BundleFile.Encoder] },
            new Dictionary<string, string>());
        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.Equal(_folder.File(BundleFile.Groove), e.File);
        Assert.Contains("output: it must be \"velocity\", \"offset\", and is \"latent\"", e.Message);
    }

    [Fact]
    public void A_file_put_into_a_bundle_leaves_the_others_as_they_are()
    {
        byte[] decoder = File.ReadAllBytes(_folder.File(BundleFile.Decoder));
        byte[] network = File.ReadAllBytes(Path.Combine(Shipped, BundleFile.Groove));
        BundleWriter.Extend(
            _folder.Path,
            new Dictionary<string, byte[]> { [BundleFile.Groove] = network },
            new Dictionary<string, string> { ["grooveSeed"] = "1" });
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.True(bundle.HasGroove);
        Assert.Equal(("1", "20200612"), (bundle.Manifest.Training["grooveSeed"], bundle.Manifest.Training["seed"]));
        Assert.Equal(decoder, File.ReadAllBytes(_folder.File(BundleFile.Decoder)));
        File.Delete(_folder.Manifest);
        Assert.Throws<BundleException>(() => BundleWriter.Extend(_folder.Path, Golden.Files, new Dictionary<string, string>()));
    }
}
