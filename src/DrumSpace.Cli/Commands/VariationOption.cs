using System.CommandLine;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Cli.Commands;

/// <summary>The option `--variation`.</summary>
internal static class VariationOption
{
    /// <summary>Makes the option.</summary>
    public static Option<double?> Create() => new Option<double?>("--variation")
    {
        Description = "The plugin's parameter Variation, 0 to 1, with a seed of its own for each pattern. "
            + "The default is 1 for a model with a residual latent, else 0.",
        HelpName = "X",
    }.Where(value => value is >= 0 and <= 1, "a number from 0 to 1");

    /// <summary>The amount of variation to measure or sample a model with.</summary>
    /// <param name="given">The option's value; null when it was not given.</param>
    /// <param name="bundle">The model.</param>
    public static double Of(double? given, ModelBundle bundle) => given ?? (bundle.Manifest.Variations > 0 ? 1 : 0);
}
