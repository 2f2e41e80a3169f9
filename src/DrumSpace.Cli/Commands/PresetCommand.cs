using System.CommandLine;
using System.Globalization;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace preset`: shows the plugin's presets and converts them between the files of VST2 hosts and JSON.</summary>
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
        Argument<string[]> input = InputFiles();
        Command command = new("show", "List the presets of files, with the values that differ from the defaults.") { input };
        command.SetRun(arguments =>
        {
            foreach (UserPreset preset in arguments.GetRequiredValue(input).SelectMany(PresetFiles.Read))
            {
                arguments.InvocationConfiguration.Output.WriteLine(Describe(preset));
            }
        });
        return command;
    }

    private static Command CreateConvert()
    {
        Argument<string[]> input = InputFiles();
        Option<string> output = new("--output", "-o")
        {
            Description = "A .fxp, .fxb or .json file, or a folder for one .json file each.", HelpName = "FILE", Required = true,
        };
        Option<string?> chosen = new("--program")
        {
            Description = "Convert only the preset with this name, or this number from 1.", HelpName = "NAME",
        };
        Command command = new("convert", "Convert presets; several make a bank.") { input, output, chosen };
        command.SetRun(arguments =>
        {
            UserPreset[] presets = [.. arguments.GetRequiredValue(input).SelectMany(PresetFiles.Read)];
            if (arguments.GetValue(chosen) is { } name)
            {
                presets = [Choose(presets, name)];
            }

            if (presets.Length > ProgramBank.MaxCount)
            {
                throw new FormatException($"{presets.Length} presets, but a bank holds at most {ProgramBank.MaxCount}.");
            }

            foreach (string file in PresetFiles.Write(arguments.GetRequiredValue(output), presets))
            {
                arguments.InvocationConfiguration.Output.WriteLine(file);
            }
        });
        return command;
    }

    private static UserPreset Choose(UserPreset[] presets, string name) =>
        presets.FirstOrDefault(preset => preset.Program.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= presets.Length
            ? presets[number - 1]
            : throw new FormatException($"There is no preset \"{name}\" among {presets.Length}."));

    private static string Describe(UserPreset preset)
    {
        IEnumerable<string> values = ParameterTable.All
            .Where(parameter => parameter.BelongsToProgram && preset.Program[parameter] != parameter.Default)
            .Select(parameter => $"{parameter.Name} {parameter.Range.Format(preset.Program[parameter])} {parameter.Range.Unit}".TrimEnd());
        string author = preset.Author.Length > 0 ? $"by {preset.Author}" : "", model = preset.Model is { } name ? $"model {name}" : "";
        string about = string.Join(", ", new[] { preset.Genre, author, model }.Where(fact => fact.Length > 0));
        return $"{preset.Program.Name}{(about.Length > 0 ? $" ({about})" : "")}: {string.Join(", ", values)}";
    }

    private static Argument<string[]> InputFiles() => new("FILE")
    {
        Description = ".fxp, .fxb or .json files.", Arity = ArgumentArity.OneOrMore,
    };
}
