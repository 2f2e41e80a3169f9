using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

public sealed class PatternTsvTests : IDisposable
{
    private const string Masks = "1,0,0,0,2,1,32,0,1,0,32,1,2,0,0,0,1,0,0,1,2,0,0,0,0,0,32,0,2,0,0,0";
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.tsv");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(Masks + "\n" + Masks + "\t1,2,3,4\n", 2)]
    [InlineData(Masks + "\r\n\r\n" + Masks, 2)]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    public void Lines_with_and_without_latents_are_read_with_any_line_end(string text, int lines)
    {
        File.WriteAllText(_path, text);
        PatternLine[] read = [.. PatternTsv.Read(_path)];
        Assert.Equal(lines, read.Length);
        Assert.All(read, line => Assert.StartsWith(Masks, line.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_bad_line_is_refused_with_file_and_line()
    {
        File.WriteAllText(_path, $"{Masks}\n\n{Masks},7\n");
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => PatternTsv.Read(_path).Count());
        Assert.Equal($"{_path}: line 3: a pattern has 32 comma-separated steps, not 33", refusal.Message);
    }

    [Fact]
    public void A_file_without_line_breaks_is_refused_before_it_fills_the_memory()
    {
        File.WriteAllText(_path, Masks + "\n" + new string('1', 5_000_000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => PatternTsv.Read(_path).Count());
        Assert.Contains("line 2: longer than", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same_and_replaces_what_was_there()
    {
        Random random = new(9);
        PatternLine[] lines =
        [
            .. Enumerable.Range(0, 300).Select(i => new PatternLine(
                new Pattern([.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(1 << 14))]),
                i % 2 == 0 ? null : new Latent(random.NextSingle(), -random.NextSingle() * 1e-20f, random.NextSingle() * 1e20f, i))),
        ];
        File.WriteAllText(_path, "old");
        PatternTsv.Write(_path, lines);
        PatternLine[] back = [.. PatternTsv.Read(_path)];
        Assert.Equal(lines.Select(line => line.Pattern), back.Select(line => line.Pattern));
        Assert.Equal(lines.Select(line => Coordinates(line.Latent)), back.Select(line => Coordinates(line.Latent)));
        Assert.False(File.Exists(_path + ".part"));
    }

    private static float[] Coordinates(Latent? latent) => latent is { } point ? [.. ((ReadOnlySpan<float>)point)] : [];
}
