using System.Runtime.InteropServices;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Tests;

/// <summary>What is read when, what is released when loading fails, and which folders and files are read at all.</summary>
public sealed class BundleLoadingTests : IDisposable
{
    private readonly BundleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bundle_loaded_for_playing_opens_its_encoder_when_it_is_first_used()
    {
        (string decoder, string encoder) = WriteOwnNetworks("lazy");
        using ModelBundle bundle = ModelBundle.LoadForPlaying(_folder.Path);
        Assert.Contains(decoder, SharedSession.OpenHashes);
        Assert.DoesNotContain(encoder, SharedSession.OpenHashes);
        using (PatternEncoder first = new(bundle))
        {
            Golden.EncodedPattern expected = Golden.Answers.Encodes[0];
            Assert.Equal(expected.Latent[0], first.Encode(new Pattern(expected.Masks))[0], 1e-5);
        }

        Assert.Contains(encoder, SharedSession.OpenHashes);
        bundle.Dispose();
        Assert.Empty(SharedSession.OpenHashes.Intersect([decoder, encoder]));
        Assert.Throws<ObjectDisposedException>(() => new PatternEncoder(bundle));
    }

    [Theory]
    [InlineData(BundleFile.Encoder)]
    [InlineData(BundleFile.Map)]
    public void What_playing_does_not_need_is_refused_when_it_is_first_used(string name)
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Map] = new PatternMap(["a"], [default]).ToBytes();
        BundleWriter.Write(_folder.Path, Golden.Manifest, files);
        File.WriteAllBytes(_folder.File(name), [.. files[name][..^1], (byte)~files[name][^1]]);
        Assert.Equal(_folder.File(name), Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path)).File);
        using ModelBundle bundle = ModelBundle.LoadForPlaying(_folder.Path);
        using PatternDecoder decoder = new(bundle);
        Action use = name == BundleFile.Map ? () => _ = bundle.Map : () => new PatternFinder(bundle).Dispose();
        BundleException e = Assert.Throws<BundleException>(use);
        Assert.Equal(_folder.File(name), e.File);
        Assert.Contains("SHA-256", e.Message);
    }

    [Theory]
    [InlineData(BundleFile.Groove)]
    [InlineData(BundleFile.Fill)]
    [InlineData(BundleFile.Melody)]
    public void A_bundle_whose_last_network_is_bad_leaves_none_open(string name)
    {
        (string decoder, string encoder) = WriteOwnNetworks(name, (name, Golden.Files[BundleFile.Encoder]));
        foreach (Func<string, ModelBundle> load in (Func<string, ModelBundle>[])[ModelBundle.Load, ModelBundle.LoadForPlaying])
        {
            Assert.Equal(_folder.File(name), Assert.Throws<BundleException>(() => load(_folder.Path)).File);
            Assert.Empty(SharedSession.OpenHashes.Intersect([decoder, encoder]));
        }
    }

    [Fact]
    public void A_network_whose_binding_fails_is_released()
    {
        (string decoder, _) = WriteOwnNetworks("binding");
        using (ModelBundle bundle = ModelBundle.Load(_folder.Path))
        {
            NetworkContract other = NetworkContract.Decoder(0) with { Inputs = [new TensorRow("nothing", 4)] };
            Assert.Throws<OnnxRuntimeException>(() => bundle.Bind(other));
        }

        Assert.DoesNotContain(decoder, SharedSession.OpenHashes);
    }

    [Fact]
    public void A_large_file_is_not_read_into_managed_memory()
    {
        const int Megabyte = 1 << 20;
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Losses] = new byte[32 * Megabyte];
        BundleWriter.Write(_folder.Path, Golden.Manifest, files);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ModelBundle.Load(_folder.Path).Dispose();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Megabyte);
    }

    [Fact]
    public void Folders_may_have_names_in_every_script()
    {
        string folder = _folder.File("Küche 🥁 ドラム");
        BundleWriter.Write(folder, Golden.Manifest, Golden.Files);
        using ModelBundle bundle = ModelBundle.Load(folder);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern decoded = new();
        decoder.Decode(Golden.Answers.Decodes[0].Point, decoded);
        Assert.Equal(new Pattern(Golden.Answers.Decodes[0].Masks), decoded.Pattern);
    }

    [Theory]
    [InlineData(BundleFile.Manifest)]
    [InlineData(BundleFile.Decoder)]
    [InlineData(BundleFile.ModelCard)]
    public async Task A_pipe_in_a_files_place_is_refused_without_waiting_for_its_other_end(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        File.Delete(_folder.File(name));
        Assert.Equal(0, MakePipe(_folder.File(name), 0x1B6));
        Task<BundleException> load = Task.Run(() => Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path)));
        BundleException e = await load.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(_folder.File(name), e.File);
    }

    [Fact]
    public void Files_may_be_links()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using BundleFolder links = new();
        foreach (string name in Golden.Files.Keys.Append(BundleFile.Manifest))
        {
            File.Delete(links.File(name));
            File.CreateSymbolicLink(links.File(name), _folder.File(name));
        }

        ModelBundle.Load(links.Path).Dispose();
    }

    // Networks that no other test opens: those of the test model with another producer's name.
    private (string Decoder, string Encoder) WriteOwnNetworks(string name, params (string Name, byte[] Content)[] more)
    {
        Dictionary<string, byte[]> files = Golden.Files;
        foreach (string file in (string[])[BundleFile.Decoder, BundleFile.Encoder])
        {
            name.PadRight(8)[..8].Select(c => (byte)c).ToArray().CopyTo(files[file], files[file].AsSpan().IndexOf("fixtures"u8));
        }

        foreach ((string file, byte[] content) in more)
        {
            files[file] = content;
        }

        BundleWriter.Write(_folder.Path, Golden.Manifest, files);
        return (Sha256Hash.HexOf(files[BundleFile.Decoder]), Sha256Hash.HexOf(files[BundleFile.Encoder]));
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int MakePipe(string path, uint mode);
}
