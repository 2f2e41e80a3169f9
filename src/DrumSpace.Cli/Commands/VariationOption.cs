using System.CommandLine;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Cli.Commands;

/// <summary>The option `--variation`, which several commands share.</summary>
internal static class VariationOption
{
    /// <summary>Makes the option.</summary>
    public static Option<double?> Create()
    {
        var variation = new Option<double?>("--variation")
        {
            Description = "How far beats stray from the model's own, each by a seed of its own, 0 to 1, as the plugin's parameter does. "
                + "1 unless given for a model that has learnt to vary, 0 for any other.",
            HelpName = "X",
        };
        variation.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(result.GetValueOrDefault<double?>() is >= 0 and <= 1))
            {
                result.AddError("--variation is a number from 0 to 1.");
            }
        });
        return variation;
    }

    /// <summary>The variation to measure or sample a model with.</summary>
    /// <param name="given">The option's value; null when it was not given.</param>
    /// <param name="bundle">The model.</param>
    public static double Of(double? given, ModelBundle bundle) => given ?? (bundle.Manifest.Variations > 0 ? 1 : 0);
}
