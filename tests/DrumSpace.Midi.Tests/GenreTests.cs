using DrumSpace.Midi.Corpus;

namespace DrumSpace.Midi.Tests;

public sealed class GenreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-genre").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_Groove_has_the_first_part_of_its_style_as_genre()
    {
        File.WriteAllText(
            Path.Combine(_folder, "info.csv"),
            """
            style,beat_type,midi_filename,split
            neworleans/secondline,beat,drummer1/a.mid,train
            ,beat,drummer1/b.mid,train
            """);
        Touch("drummer1/a.mid", "drummer1/b.mid", "drummer1/unlisted.mid");
        Assert.Equal(["neworleans", "drummer1", "drummer1"], new CorpusFolder(_folder).Files().Select(file => file.Genre));
    }

    [Fact]
    public void Another_file_has_the_name_of_the_folder_below_the_corpus_or_of_the_corpus()
    {
        Touch("games/level/1.mid", "2.mid");
        Assert.Equal([Path.GetFileName(_folder), "games"], new CorpusFolder(_folder + "/").Files().Select(file => file.Genre));
    }

    [Fact]
    public void The_data_at_hand_have_their_genres()
    {
        string? groove = Repository.Data("groove"), multitrack = Repository.Data("multitrack");
        Assert.SkipWhen(groove is null || multitrack is null, "../shared/data is not there");
        IEnumerable<string> games = new CorpusFolder(multitrack!).Files().Select(file => file.Genre).Distinct().Order();
        Assert.Equal(["freedoom", "simutrans", "tannerhelland"], games);
        Dictionary<string, int> genres = new CorpusFolder(groove!).Files().CountBy(file => file.Genre).ToDictionary();

        // Counted by Python's csv module in info.csv: beats of the training and validation splits whose files exist.
        Assert.Equal(18, genres.Count);
        Assert.Equal((190, 48, 46, 37, 13), (genres["rock"], genres["latin"], genres["jazz"], genres["funk"], genres["neworleans"]));
    }

    private void Touch(params string[] names)
    {
        foreach (string name in names)
        {
            string path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, []);
        }
    }
}
