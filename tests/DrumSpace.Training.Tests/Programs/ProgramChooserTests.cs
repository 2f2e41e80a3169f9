using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Programs;

namespace DrumSpace.Training.Tests.Programs;

public class ProgramChooserTests
{
    private static readonly string Models = Path.Combine(Repository.Root, "presets", "models");

    [Fact]
    public void Programs_decode_from_their_knobs_pass_the_filter_and_differ_from_each_other()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Models, "paper-ae"));
        using BundleCoder coder = new(bundle);
        IReadOnlyList<ChosenProgram> programs = ProgramChooser.Choose(bundle);
        Assert.True(programs.Count >= 40);
        foreach ((int number, ChosenProgram program) in programs.Index())
        {
            Assert.Equal(program.Pattern, coder.Decode(bundle.Mapping.ToLatent(program.Knobs)));
            Assert.True(EntropyFilter.Passes(program.Pattern));
            Assert.All(
                programs.Skip(number + 1),
                other => Assert.True(other.Pattern.DistanceTo(program.Pattern) >= ProgramChooser.MinDistance));
        }

        Assert.Equal(programs.Select(program => program.Name).Distinct().Count(), programs.Count);
        static IEnumerable<(string, Pattern)> Named(IReadOnlyList<ChosenProgram> programs) =>
            programs.Select(program => (program.Name, program.Pattern));
        Assert.Equal(Named(programs), Named(ProgramChooser.Choose(bundle)));
    }

    [Fact]
    public void Programs_have_a_higher_genre_accuracy_than_points_of_their_genre()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Models, "paper-ae"));
        PatternMap map = bundle.Map!;
        double rock = map.Points.ToArray().Count(point => map.Genres[point.Genre] == "rock") / (double)map.Points.Length;
        IEnumerable<ChosenProgram> chosen = ProgramChooser.Choose(bundle).Where(program => program.Genre.Label == "rock");
        Assert.All(chosen, program => Assert.True(program.GenreAccuracy > 1.5 * rock));
    }

    [Fact]
    public void A_bundle_without_a_map_is_an_error()
    {
        using TemporaryFolder folder = new();
        folder.Fill(Path.Combine(Models, "paper-ae"));
        BundleManifest manifest = BundleManifest.Read(Path.Combine(Models, "paper-ae"));
        File.Delete(Path.Combine(folder.Path, BundleFile.Map));
        BundleManifest without = manifest with { Files = manifest.Files.Where(file => file.Key != BundleFile.Map).ToDictionary() };
        File.WriteAllBytes(Path.Combine(folder.Path, BundleFile.Manifest), without.ToJson());
        using ModelBundle bundle = ModelBundle.Load(folder.Path);
        Assert.Contains("has no map", Assert.Throws<TrainingException>(() => ProgramChooser.Choose(bundle)).Message);
    }
}
