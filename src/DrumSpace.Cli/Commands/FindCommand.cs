using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace find`: finds the knobs whose pattern is most similar to a MIDI clip's, and shows both patterns.</summary>
internal static class FindCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> clip = new("clip")
        {
            Description = "A MIDI clip; of a longer one, its most typical two bars count.", HelpName = "CLIP.mid",
        };
        Option<string> bundle = CommandOptions.Bundle();
        Option<double?> variation = CommandOptions.Variation();
        Command command = new("find", "Find the knobs at which a model plays a given pattern best.")
        {
            clip, bundle, variation, CommandOptions.KitMap(), CommandOptions.DrumChannel(),
        };
        command.SetRun(arguments => Run(
            arguments.GetRequiredValue(clip),
            arguments.GetRequiredValue(bundle),
            arguments.GetValue(variation),
            CommandOptions.KitOf(arguments) ?? Kit.GeneralMidi,
            arguments.InvocationConfiguration));
        return command;
    }

    private static void Run(string clip, string folder, double? variation, Kit kit, InvocationConfiguration streams)
    {
        TextWriter output = streams.Output;
        ClipContent content = ClipReader.ReadContent(clip, kit);
        Pattern given = content.Pattern;
        if (content.Tally.ToLine() is { } line)
        {
            streams.Error.WriteLine($"note: {line}");
        }

        using ModelBundle bundle = ModelBundle.Load(folder);
        using PatternFinder finder = new(bundle);
        double amount = CommandOptions.VariationOf(variation, bundle);
        FoundPattern found = finder.Find(given, new PatternVariation(amount, 1));
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            output.WriteLine($"Z{axis + 1}  {Terminal.Percent(found.Knobs[axis], "F1")}");
        }

        if (amount > 0 && bundle.Manifest.Variations > 0)
        {
            output.WriteLine($"Variation  {Terminal.Percent(amount, "F0")}");
            output.WriteLine($"Seed  {found.Seed}");
        }

        if (content.IsSwung)
        {
            output.WriteLine($"Swing  {Terminal.Percent(content.Swing, "F0")}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"F1  {found.Similarity:F3} (by the encoder alone {found.StartSimilarity:F3})"));
        output.WriteLine(new PatternPoint(found.Knobs, found.Seed, (float)amount));
        output.WriteLine();
        output.WriteLine($"{"",-16} {"given",-32} {"found",-32}");
        foreach (Voice voice in Enum.GetValues<Voice>().Reverse())
        {
            output.WriteLine($"{Kit.NameOf(voice),-16} {Terminal.Row(given, voice)} {Terminal.Row(found.Pattern, voice)}");
        }
    }
}
