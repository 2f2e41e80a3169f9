using System.CommandLine;
using System.Text.Json.Nodes;
using DrumSpace.Cli.Commands;

namespace DrumSpace.Cli.Tests.Explorer;

public sealed class ExploreCommandTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "paper-ae");
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-explore").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_is_written_as_a_whole()
    {
        string file = Path.Combine(_folder, "page.html");
        Assert.Equal(0, await Run("--bundle", Shipped, "-o", file));
        string page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        Assert.StartsWith($"Wrote {file}, ", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_bundle_without_a_map_is_an_error_that_says_how_to_make_one()
    {
        string bundle = Path.Combine(_folder, "bundle");
        Directory.CreateDirectory(bundle);
        foreach (string file in Directory.GetFiles(Shipped))
        {
            File.Copy(file, Path.Combine(bundle, Path.GetFileName(file)));
        }

        string manifest = Path.Combine(bundle, "manifest.json");
        JsonNode content = JsonNode.Parse(await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken))!;
        content["files"]!.AsObject().Remove("map.bin");
        await File.WriteAllTextAsync(manifest, content.ToJsonString(), TestContext.Current.CancellationToken);
        Assert.Equal(1, await Run("--bundle", bundle, "-o", Path.Combine(_folder, "page.html")));
        Assert.Equal(
            $"error: {bundle}: the bundle has no map to explore. `drumspace map --bundle DIR --data FOLDER` makes one.",
            _error.ToString().TrimEnd());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    public void A_port_out_of_range_is_refused(string port) =>
        Assert.Contains(
            ExploreCommand.Create().Parse(["--port", port]).Errors,
            error => error.Message.Contains("from 1 to 65535", StringComparison.Ordinal));

    private Task<int> Run(params string[] arguments) =>
        ExploreCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error });
}
