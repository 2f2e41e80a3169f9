using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Models;

public sealed class ModelListTests : IDisposable
{
    private readonly TestModels _models = new();

    [Fact]
    public void The_four_that_are_shipped_have_the_first_places_and_the_others_follow_by_name()
    {
        _models.Add("zebra", "Zebra").Add("paper-vae", "Paper VAE").Add("ant", "Ant").Add("flagship", "Flagship").Add("paper-acai", "Paper ACAI");
        ModelList list = _models.List();
        IEnumerable<string> names = Enumerable.Range(0, ModelList.MaxCount).Select(place => list[place]?.Name ?? "-");
        Assert.Equal("Flagship, -, Paper VAE, Paper ACAI, Ant, Zebra" + string.Concat(Enumerable.Repeat(", -", 10)), string.Join(", ", names));
        Assert.Equal("Flagship", list.Default!.Name);
        Assert.Empty(_models.Log);
    }

    [Fact]
    public void A_users_folder_adds_models_and_takes_no_place_of_the_shipped_ones()
    {
        using TestModels own = new();
        own.Add("flagship", "Mine").Add("jazz", "Jazz");
        ModelList list = new([_models.Add("flagship", "Flagship").Folder, own.Folder, Path.Combine(own.Folder, "none")], _models.Log.Add);
        Assert.Equal(["Flagship", "Mine", "Jazz"], ((int[])[0, 4, 5]).Select(place => list[place]!.Name));
        Assert.Empty(_models.Log);
    }

    [Fact]
    public void A_folder_may_be_a_bundle_itself()
    {
        _models.Add("ant", "Ant").Add("bee", "Bee");
        ModelList list = new([Path.Combine(_models.Folder, "bee")], _models.Log.Add);
        Assert.Equal(["Bee"], Enumerable.Range(0, ModelList.MaxCount).Select(place => list[place]?.Name).OfType<string>());
    }

    [Fact]
    public void A_bundle_without_a_readable_manifest_is_left_out_with_one_line_and_the_rest_is_there()
    {
        string manifest = Path.Combine(_models.Add("ant", "Ant").Add("bee", "Bee").Folder, "ant", "manifest.json");
        File.WriteAllText(manifest, "{ \"formatVersion\": 1, \"name\": 7 }");
        ModelList list = _models.List();
        Assert.Equal("Bee", list[4]!.Name);
        Assert.Null(list[5]);
        string line = Assert.Single(_models.Log);
        Assert.StartsWith(manifest, line);
        Assert.Contains("line 1, $.name", line);
    }

    [Fact]
    public void A_default_that_cannot_be_loaded_makes_room_for_the_next_with_one_line()
    {
        ModelList list = _models.Add("flagship", "Flagship").Add("ant", "Ant").Break("flagship").List();
        Assert.Equal("Ant", list.Default!.Name);
        Assert.Equal("Ant", list.Default!.Name);
        string line = Assert.Single(_models.Log);
        Assert.Contains("flagship", line);
        Assert.Contains("Ant plays instead.", line);
    }

    [Fact]
    public void More_models_than_places_are_left_out_with_a_line_each()
    {
        for (int number = 10; number < 24; number++)
        {
            _models.Add($"m{number}", $"M {number}");
        }

        ModelList list = _models.List();
        Assert.Equal("M 21", list[15]!.Name);
        Assert.Equal(["m22", "m23"], _models.Log.Select(line => Path.GetFileName(line[..line.IndexOf(": the model", StringComparison.Ordinal)])));
    }

    [Fact]
    public void A_model_reads_as_a_short_name_of_its_own_and_is_found_by_it_by_its_name_and_by_its_place()
    {
        _models.Add("flagship", "Flagship").Add("paper-ae", "Paper AE").Add("paper-acai", "Paper ACAI").Add("a", "Été 4").Add("b", "77")
            .Add("c", "Papers and Acai").Add("d", "PPRACAI x").Add("e", "日本");
        ModelList list = _models.List();
        ListRange range = new(ModelList.MaxCount, place => list[place]?.Text, place => list[place]?.Name);
        string[] expected = ["Flagshp", "PaperAE", "- 3", "PprACAI", "t4", "77.6", "PprsndA", "PPRAC.8", ".9", "- 10"];
        Assert.Equal(expected, expected.Select((_, place) => range.Format(range.AtStep(place))));
        for (int place = 0; place < expected.Length; place++)
        {
            if (list[place] is { } model)
            {
                Assert.All([model.Text, model.Name.ToUpperInvariant(), $" {place + 1} "], text => Assert.Equal(place, Parsed(text)));
            }
        }

        Assert.Equal(2, Parsed("- 3"));
        Assert.All(["", "-", "- ", "- 17", "0", "17", "+1", "0x1", "nothing"], text => Assert.Equal(-1, Parsed(text)));
        int Parsed(string text) => range.TryParse(text, out float normalized) ? range.StepOf(normalized) : -1;
    }

    public void Dispose() => _models.Dispose();
}
