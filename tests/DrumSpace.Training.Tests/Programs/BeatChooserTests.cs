using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Programs;

namespace DrumSpace.Training.Tests.Programs;

public class BeatChooserTests
{
    private static readonly string Models = Path.Combine(Repository.Root, "presets", "models");

    [Fact]
    public void What_is_chosen_decodes_from_its_knobs_passes_the_filter_and_differs_from_all_others()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Models, "paper-ae"));
        using BundleCoder coder = new(bundle);
        IReadOnlyList<ChosenBeat> beats = BeatChooser.Choose(bundle);
        Assert.True(beats.Count >= 40);
        foreach ((int number, ChosenBeat beat) in beats.Index())
        {
            Assert.Equal(beat.Pattern, coder.Decode(bundle.Mapping.ToLatent(beat.Knobs)));
            Assert.True(EntropyFilter.Passes(beat.Pattern));
            Assert.All(beats.Skip(number + 1), other => Assert.True(other.Pattern.DistanceTo(beat.Pattern) >= BeatChooser.MinDistance));
        }

        Assert.Equal(beats.Select(beat => beat.Name).Distinct().Count(), beats.Count);
        Assert.Equal(beats.Select(beat => (beat.Name, beat.Pattern)), BeatChooser.Choose(bundle).Select(beat => (beat.Name, beat.Pattern)));
    }

    [Fact]
    public void The_beats_of_a_genre_lie_more_among_their_own_kind_than_its_points_do()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Models, "paper-ae"));
        PatternMap map = bundle.Map!;
        double rock = map.Points.ToArray().Count(point => map.Genres[point.Genre] == "rock") / (double)map.Points.Length;
        Assert.All(BeatChooser.Choose(bundle).Where(beat => beat.Genre.Label == "rock"), beat => Assert.True(beat.Purity > 1.5 * rock));
    }

    [Fact]
    public void Without_a_map_there_is_one_clear_error()
    {
        using TemporaryFolder folder = new();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Models, "paper-ae")).Where(file => Path.GetFileName(file) != BundleFile.Manifest))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        BundleManifest manifest = BundleManifest.Read(Path.Combine(Models, "paper-ae"));
        File.Delete(Path.Combine(folder.Path, BundleFile.Map));
        BundleManifest without = manifest with { Files = manifest.Files.Where(file => file.Key != BundleFile.Map).ToDictionary() };
        File.WriteAllBytes(Path.Combine(folder.Path, BundleFile.Manifest), without.ToJson());
        using ModelBundle bundle = ModelBundle.Load(folder.Path);
        Assert.Contains("has no map", Assert.Throws<TrainingException>(() => BeatChooser.Choose(bundle)).Message);
    }
}
