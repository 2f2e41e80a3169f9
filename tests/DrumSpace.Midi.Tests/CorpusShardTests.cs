using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>The assignment of files to shards.</summary>
public sealed class CorpusShardTests
{
    // The published test vectors of FNV-1a; the finalizer of 1 as in Austin Appleby's C.
    [Fact]
    public void The_hashes_are_the_published_ones()
    {
        Assert.Equal(0xE40C292Cu, PathHash.Of("a"));
        Assert.Equal(0xBF9CF968u, PathHash.Of("foobar"));
        Assert.Equal(0x514E28B7u, PathHash.Mix(1));

        // The 64 bits of foobar and a line feed, by Python: those of foobar alone, 0x85944171F73967E8, are a published vector.
        Assert.Equal(0x345316A7168B8506ul, PathHash.Add(PathHash.Empty, "foobar"));
    }

    [Fact]
    public void A_file_belongs_to_one_shard_fixed_by_its_path()
    {
        string[] names = [.. Enumerable.Range(0, 8000).Select(i => $"folder/song{i}.mid")];
        foreach (int count in (int[])[1, 3, 8, 10])
        {
            CorpusShard[] shards = [.. Enumerable.Range(0, count).Select(index => new CorpusShard(index, count))];
            Assert.All(names, name => Assert.Single(shards, shard => shard.Has(name)));

            // Seven standard deviations of a uniform distribution.
            double expected = (double)names.Length / count;
            double slack = 7 * Math.Sqrt(expected);
            Assert.All(shards, shard => Assert.InRange(names.Count(shard.Has), expected - slack, expected + slack));
        }

        // Computed in Python: a change would break data sets that are half built.
        Assert.True(new CorpusShard(0, 4).Has("drummer1/session1/1_funk_80_beat_4-4.mid"));
        Assert.True(new CorpusShard(6, 7).Has("drummer1/session1/1_funk_80_beat_4-4.mid"));
    }

    [Fact]
    public void The_tenth_part_is_not_the_validation_split()
    {
        CorpusShard shard = new(0, 10);
        string[] names = [.. Enumerable.Range(0, 4000).Select(i => $"song{i}.mid").Where(shard.Has)];
        Assert.InRange(names.Count(name => CorpusFile.SplitByName(name) == CorpusSplit.Validation), 1, names.Length / 5);
    }

    [Theory]
    [InlineData("0/1", 0, 1)]
    [InlineData("3/4", 3, 4)]
    public void It_reads_what_it_writes(string text, int index, int count)
    {
        Assert.Equal(new CorpusShard(index, count), CorpusShard.Parse(text));
        Assert.Equal(text, new CorpusShard(index, count).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("4/4")]
    [InlineData("-1/4")]
    [InlineData("0/0")]
    [InlineData("0/10001")]
    [InlineData("1/2/3")]
    [InlineData("a/b")]
    [InlineData("0/99999999999")]
    public void Invalid_shards_are_refused(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => CorpusShard.Parse(text));
        Assert.Contains($"'{text}' is not a shard: expected I/N", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_depends_on_names_kits_and_order()
    {
        CorpusFile a = new(0, "/1/a.mid", "a.mid", Kit.GeneralMidi, CorpusSplit.Train);
        CorpusFile b = new(1, "/1/b.mid", "b.mid", Kit.GeneralMidi, CorpusSplit.Train);
        string[] fingerprints =
        [
            Fingerprint(), Fingerprint(a), Fingerprint(b), Fingerprint(a, b), Fingerprint(b, a), Fingerprint(a with { Kit = Kit.VDrums }),
            Fingerprint(a with { RelativePath = "x/a.mid" }),
        ];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
        Assert.Equal(Fingerprint(a), Fingerprint(a with { Path = "/2/a.mid", Split = CorpusSplit.Test }));
    }

    private static string Fingerprint(params CorpusFile[] files)
    {
        CorpusListing listing = new();
        Array.ForEach(files, listing.Add);
        Assert.Equal(files.Length, listing.Files);
        return listing.Fingerprint;
    }
}
