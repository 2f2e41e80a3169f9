using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Cli.Tests;

public sealed class CardCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-card").FullName;
    private readonly StringWriter _error = new();

    private string Bundle => Path.Combine(_folder, "bundle");

    public CardCommandTests()
    {
        Directory.CreateDirectory(Bundle);
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "presets", "models", "flagship")))
        {
            File.Copy(file, Path.Combine(Bundle, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_section_is_put_at_the_end_and_replaced_by_the_next_of_its_title()
    {
        string before = File.ReadAllText(Path.Combine(Bundle, BundleFile.ModelCard));
        Assert.Equal(0, Put("What is new", "Much.\r\n"));
        Assert.Equal(0, Put("What is new", "| a | b |"));
        Assert.Equal($"{before.TrimEnd()}\n\n## What is new\n\n| a | b |\n", File.ReadAllText(Path.Combine(Bundle, BundleFile.ModelCard)));
        using ModelBundle bundle = ModelBundle.Load(Bundle);
        Assert.Equal("Flagship", bundle.Manifest.Name);
    }

    [Fact]
    public void A_damaged_bundle_is_left_unchanged()
    {
        File.WriteAllText(Path.Combine(Bundle, BundleFile.Decoder), "changed");
        string card = File.ReadAllText(Path.Combine(Bundle, BundleFile.ModelCard));
        Assert.Equal(1, Put("Title", "text"));
        Assert.Contains(Bundle, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(card, File.ReadAllText(Path.Combine(Bundle, BundleFile.ModelCard)));
    }

    private int Put(string title, string text)
    {
        string file = Path.Combine(_folder, "text.md");
        File.WriteAllText(file, text);
        return CardCommand.Create().Parse(["--bundle", Bundle, "--title", title, "--text", file])
            .Invoke(new InvocationConfiguration { Error = _error });
    }
}
