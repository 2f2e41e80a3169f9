using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class PatternDecoderTests : IDisposable
{
    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _bundle;

    public PatternDecoderTests() => _bundle = ModelBundle.Load(_folder.Path);

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Decoded_beats_are_the_ones_that_numpy_computes()
    {
        using PatternDecoder decoder = new(_bundle);
        DecodedPattern beat = new();
        foreach (Golden.DecodedPoint expected in Golden.Answers.Decodes)
        {
            decoder.Decode(expected.Point, beat);
            for (int i = 0; i < expected.Every7th.Length; i++)
            {
                Assert.Equal(expected.Every7th[i], beat.Probabilities[i * 7], 2e-6);
            }

            Assert.Equal(new Pattern(expected.Masks), beat.Pattern);
            Assert.Equal(_bundle.Manifest.Thresholds, beat.Thresholds);
            Assert.Equal(expected.Point[3], beat.Latent[3]);
        }
    }

    [Fact]
    public void Encoded_patterns_lie_where_numpy_puts_them()
    {
        using PatternEncoder encoder = new(_bundle);
        foreach (Golden.EncodedPattern expected in Golden.Answers.Encodes)
        {
            Latent latent = encoder.Encode(new Pattern(expected.Masks));
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                Assert.Equal(expected.Latent[axis], latent[axis], 1e-5);
            }
        }
    }

    [Fact]
    public void Neither_decoding_nor_encoding_allocates()
    {
        using PatternDecoder decoder = new(_bundle);
        using PatternEncoder encoder = new(_bundle);
        DecodedPattern beat = new();
        decoder.Decode(new Latent(0, 0, 0, 0), beat);
        Latent latent = encoder.Encode(beat.Pattern);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 2000; i++)
        {
            decoder.Decode(latent, beat);
            latent = encoder.Encode(beat.Pattern);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_decoder_outlives_its_bundle_and_answers_the_same()
    {
        ModelBundle bundle = ModelBundle.Load(_folder.Path);
        PatternDecoder decoder = new(bundle);
        bundle.Dispose();
        bundle.Dispose();
        DecodedPattern beat = new();
        decoder.Decode(Golden.Answers.Decodes[0].Point, beat);
        Assert.Equal(new Pattern(Golden.Answers.Decodes[0].Masks), beat.Pattern);
        Assert.Throws<ObjectDisposedException>(() => new PatternDecoder(bundle));
        decoder.Dispose();
        decoder.Dispose();
        Assert.Throws<ObjectDisposedException>(() => decoder.Decode(default, beat));
    }

    [Fact]
    public void Everyone_who_uses_the_same_model_shares_its_network()
    {
        // A model that no other test opens: the decoder's bytes with another producer's name.
        byte[] own = Golden.Files[BundleFile.Decoder];
        own[own.AsSpan().IndexOf("fixtures"u8)] = (byte)'F';
        _folder.ReplaceDecoder(own);
        string hash = Sha256Hash.HexOf(own);
        Assert.DoesNotContain(hash, SharedSession.OpenHashes);
        ModelBundle first = ModelBundle.Load(_folder.Path);
        ModelBundle second = ModelBundle.Load(_folder.Path);
        PatternDecoder decoder = new(first);
        Assert.Contains(hash, SharedSession.OpenHashes);
        first.Dispose();
        second.Dispose();
        Assert.Contains(hash, SharedSession.OpenHashes);
        decoder.Dispose();
        Assert.DoesNotContain(hash, SharedSession.OpenHashes);
    }

    [Fact]
    public void Decoders_on_many_threads_agree()
    {
        Parallel.For(0, 8, _ =>
        {
            using PatternDecoder decoder = new(_bundle);
            DecodedPattern beat = new();
            for (int i = 0; i < 200; i++)
            {
                Golden.DecodedPoint expected = Golden.Answers.Decodes[i % Golden.Answers.Decodes.Count];
                decoder.Decode(expected.Point, beat);
                Assert.Equal(new Pattern(expected.Masks), beat.Pattern);
            }
        });
    }

    [Fact]
    public void A_library_that_is_not_there_is_named()
    {
        DllNotFoundException e = Assert.Throws<DllNotFoundException>(() => OnnxRuntimeLibrary.UseFolder(_folder.Path));
        Assert.Contains(Path.Combine(_folder.Path, OnnxRuntimeLibrary.FileName), e.Message);
    }

    [Fact]
    public void The_library_cannot_be_changed_once_it_is_in_use()
    {
        File.WriteAllText(_folder.File(OnnxRuntimeLibrary.FileName), "");
        Assert.Throws<InvalidOperationException>(() => OnnxRuntimeLibrary.UseFolder(_folder.Path));
    }
}
