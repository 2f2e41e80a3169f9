using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Cli.Fetching;

namespace DrumSpace.Cli.Tests.Fetching;

/// <summary>`dataset fetch` and its checksums.</summary>
public sealed class FetchCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-fetch").FullName;
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_downloads_from_the_mirror_and_reports_bad_answers()
    {
        using LoopbackServer server = new();
        string address = server.Address.ToString().TrimEnd('/');
        Assert.Equal(1, Run("groove", "-o", Path.Combine(_folder, "groove"), "--from", address));
        Assert.Equal(["/set/groove-v1.0.0-midionly.zip"], server.Asked);
        server.Serve("/set/groove-v1.0.0-midionly.zip", new byte[3260318]);
        Assert.Equal(1, Run("groove", "-o", Path.Combine(_folder, "groove"), "--from", address));
        Assert.Equal(1, Run("drum_space", "-o", Path.Combine(_folder, "space"), "--from", "ftp://example.org"));
        string[] lines =
            [.. _error.ToString().Split(Environment.NewLine).Where(line => line.StartsWith("error: ", StringComparison.Ordinal))];
        string file = $"{address}/groove-v1.0.0-midionly.zip";
        Assert.Equal($"error: {file}: the server answers 404 Not Found", lines[0]);
        Assert.StartsWith($"error: {file}: its SHA-256 is ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(
            "but that of the published file is 651cbc524ffb891be1a3e46d89dc82a1cecb09a57c748c7b45b844c4841dcc1e",
            lines[1],
            StringComparison.Ordinal);
        Assert.Equal("error: 'ftp://example.org' is not an address: expected http:// or https://", lines[2]);
        Assert.False(Directory.Exists(Path.Combine(_folder, "groove")));
    }

    [Fact]
    public void An_unknown_set_is_refused() => Assert.NotEqual(0, Run("grooves"));

    // The example of FIPS 180-2, and the output of `git hash-object`.
    [Fact]
    public void Checksums_are_the_standards()
    {
        string path = Path.Combine(_folder, "file");
        File.WriteAllText(path, "abc");
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Checksum.Sha256("").Of(path));
        File.WriteAllText(path, "hello\n");
        Assert.Equal("ce013625030ba8dba906f756967f9e9ca394464a", Checksum.GitBlob("").Of(path));
    }

    [Fact]
    public void The_published_samples_match_the_checksums()
    {
        string? folder = Repository.Data("drum_space");
        Assert.SkipWhen(folder is null, "The published samples are not beside this checkout.");
        PublishedFile[] files = [.. PublishedSet.DrumSpace.Files.Where(file => File.Exists(Path.Combine(folder!, file.Name)))];
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            string path = Path.Combine(folder!, file.Name);
            Assert.Equal((file.Size, file.Checksum.Value), (new FileInfo(path).Length, file.Checksum.Of(path)));
        });
    }

    private int Run(params string[] arguments) =>
        DatasetCommand.Create().Parse(["fetch", .. arguments])
            .Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = _error });
}
