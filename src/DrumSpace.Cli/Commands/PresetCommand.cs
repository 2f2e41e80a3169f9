using System.CommandLine;
using System.Globalization;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace preset`: the plugin's presets between the files of VST2 hosts and readable ones.</summary>
internal static class PresetCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("preset", "Show the plugin's presets, or convert them between .fxp, .fxb and JSON.")
    {
        CreateShow(),
        CreateConvert(),
    };

    private static Command CreateShow()
    {
        var input = new Argument<string[]>("FILE") { Description = "Files that end in .fxp, .fxb or .json.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("show", "List the presets of files, with what differs from the defaults.") { input };
        command.SetAction(arguments => Run(arguments.InvocationConfiguration, () =>
        {
            foreach (UserPreset preset in arguments.GetRequiredValue(input).SelectMany(PresetFiles.Read))
            {
                arguments.InvocationConfiguration.Output.WriteLine(Describe(preset));
            }
        }));
        return command;
    }

    private static Command CreateConvert()
    {
        var input = new Argument<string[]>("FILE") { Description = "Files that end in .fxp, .fxb or .json.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o")
        {
            Description = "A file that ends in .fxp, .fxb or .json, or a folder for a .json each.",
            HelpName = "FILE",
            Required = true,
        };
        var chosen = new Option<string?>("--program") { Description = "Only the preset of this name or, from 1, number.", HelpName = "NAME" };
        var command = new Command("convert", "Convert presets; several make a bank.") { input, output, chosen };
        command.SetAction(arguments => Run(arguments.InvocationConfiguration, () =>
        {
            UserPreset[] presets = [.. arguments.GetRequiredValue(input).SelectMany(PresetFiles.Read)];
            if (arguments.GetValue(chosen) is { } name)
            {
                presets = [Choose(presets, name)];
            }

            if (presets.Length > ProgramBank.MaxCount)
            {
                throw new FormatException($"{presets.Length} presets are more than the {ProgramBank.MaxCount} of a bank.");
            }

            foreach (string file in PresetFiles.Write(arguments.GetRequiredValue(output), presets))
            {
                arguments.InvocationConfiguration.Output.WriteLine(file);
            }
        }));
        return command;
    }

    private static UserPreset Choose(UserPreset[] presets, string name) =>
        presets.FirstOrDefault(preset => preset.Program.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= presets.Length
            ? presets[number - 1]
            : throw new FormatException($"There is no preset \"{name}\" among the {presets.Length}."));

    private static string Describe(UserPreset preset)
    {
        IEnumerable<string> values = ParameterTable.All
            .Where(parameter => parameter.BelongsToProgram && preset.Program[parameter] != parameter.Default)
            .Select(parameter => $"{parameter.Name} {parameter.Range.Format(preset.Program[parameter])} {parameter.Range.Unit}".TrimEnd());
        string[] facts = [preset.Genre, preset.Author.Length > 0 ? $"by {preset.Author}" : "", preset.Model is { } model ? $"model {model}" : ""];
        string about = string.Join(", ", facts.Where(fact => fact.Length > 0));
        return $"{preset.Program.Name}{(about.Length > 0 ? $" ({about})" : "")}: {string.Join(", ", values)}";
    }

    private static int Run(InvocationConfiguration console, Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"error: {e.Message}");
            return 1;
        }
    }
}
