using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace find`: where a model's beats come nearest to a MIDI clip's, and both beside each other.</summary>
internal static class FindCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var clip = new Argument<string>("clip") { Description = "A MIDI clip; of a long one, the two bars most like the others count.", HelpName = "CLIP.mid" };
        var bundle = new Option<string>("--bundle") { Description = "The model.", HelpName = "DIR", Required = true };
        Option<double?> variation = VariationOption.Create();
        var command = new Command("find", "Find the knobs at which a model plays a given beat best.") { clip, bundle, variation };
        command.SetAction(arguments => Failures.Report(() => Run(
            arguments.GetRequiredValue(clip), arguments.GetRequiredValue(bundle), arguments.GetValue(variation), arguments.InvocationConfiguration.Output)));
        return command;
    }

    private static void Run(string clip, string folder, double? variation, TextWriter output)
    {
        Pattern wanted = ClipReader.Read(clip, Kit.GeneralMidi);
        using ModelBundle bundle = ModelBundle.Load(folder);
        using PatternFinder finder = new(bundle);
        double amount = VariationOption.Of(variation, bundle);
        FoundPattern found = finder.Find(wanted, new PatternVariation(amount, 1));
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Z{axis + 1}  {100 * found.Knobs[axis]:F1} %"));
        }

        if (amount > 0 && bundle.Manifest.Variations > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Variation  {100 * amount:F0} %"));
            output.WriteLine($"Seed  {found.Seed}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"F1  {found.Similarity:F3} (by the encoder alone {found.StartSimilarity:F3})"));
        output.WriteLine();
        output.WriteLine($"{"",-16} {"given",-32} {"found",-32}");
        for (int voice = Pattern.VoiceCount - 1; voice >= 0; voice--)
        {
            string given = PatternRow.Of(wanted, (Voice)voice), nearest = PatternRow.Of(found.Pattern, (Voice)voice);
            output.WriteLine($"{Kit.NameOf((Voice)voice),-16} {given} {nearest}");
        }
    }
}
