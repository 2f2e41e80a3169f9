using System.CommandLine;

namespace DrumSpace.Cli.Commands;

/// <summary>The option `--variation`, which several commands share.</summary>
internal static class VariationOption
{
    /// <summary>Makes the option.</summary>
    public static Option<double> Create()
    {
        var variation = new Option<double>("--variation")
        {
            Description = "How far each beat strays from the model's own by a seed of its own, 0 to 1, as the plugin's parameter does.",
            HelpName = "X",
        };
        variation.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(result.GetValueOrDefault<double>() is >= 0 and <= 1))
            {
                result.AddError("--variation is a number from 0 to 1.");
            }
        });
        return variation;
    }
}
