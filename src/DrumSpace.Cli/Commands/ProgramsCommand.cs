using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;
using DrumSpace.Training;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Programs;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace programs`: the plugin's factory programs, chosen on a model's map.</summary>
internal static class ProgramsCommand
{
    // The first program is the plugin's initial state: the first chosen knobs, all other parameters at their defaults.
    private const string InitialName = "Init";

    // An audible groove that stays close to the grid.
    private const float GrooveShare = 0.7f;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> bundle = CommandOptions.Bundle("The bundle, with a map of Groove's genres.");
        OutputOption output = CommandOptions.OutputFile("The file of programs, which is embedded into the plugin.");
        Option<string?> essentials = new("--essentials")
        {
            Description = "Choose candidates typical of the genres of these MIDI files instead, for a musician to select and name.",
            HelpName = "FOLDER",
        };
        Command command = new("programs", "Choose the plugin's factory programs on a model's map, by genre.")
        {
            bundle, essentials, CommandOptions.KitMap(), CommandOptions.DrumChannel(), output,
        };
        command.SetRun(arguments =>
        {
            using ModelBundle model = ModelBundle.Load(arguments.GetRequiredValue(bundle));
            (string file, TextWriter text) = (arguments.GetRequiredValue(output)!, arguments.InvocationConfiguration.Output);
            if (arguments.GetValue(essentials) is { } folder)
            {
                WriteEssentials(model, folder, CommandOptions.Reading(arguments), file, text);
            }
            else
            {
                WritePrograms(model, file, text);
            }
        });
        return command;
    }

    private static void WritePrograms(ModelBundle bundle, string output, TextWriter text)
    {
        IReadOnlyList<ChosenProgram> choices = ProgramChooser.Choose(bundle);
        if (choices.Count is 0 or >= ProgramBank.MaxCount)
        {
            throw new TrainingException(
                $"{bundle.Folder}: {choices.Count} patterns were chosen, and there can be 1 to {ProgramBank.MaxCount - 1}");
        }

        UserPreset initial = new(ToProgram(InitialName, choices[0].Knobs));
        IEnumerable<UserPreset> programs = choices.Select(choice => ToProgram(choice.Name, choice.Genre, choice.Knobs, bundle.HasGroove));
        File.WriteAllBytes(output, FactoryPrograms.Write([initial, .. programs]));
        Show(choices, Terminal.On(text));
        int genres = choices.DistinctBy(choice => choice.Genre).Count();
        text.WriteLine($"Wrote {InitialName} and {choices.Count} programs of {genres} genres to {output}.");
    }

    private static void WriteEssentials(ModelBundle bundle, string folder, CorpusReading reading, string output, TextWriter text)
    {
        IReadOnlyList<EssentialPattern> choices = EssentialChooser.Choose(bundle, folder, reading);
        if (choices.Count == 0)
        {
            throw new TrainingException(
                $"{folder}: no pattern is near {EssentialChooser.MinFiles} files of a genre that programs are chosen for");
        }

        IEnumerable<UserPreset> programs = choices.Select(choice => ToProgram(choice.Name, choice.Genre, choice.Knobs, bundle.HasGroove));
        File.WriteAllBytes(output, FactoryPrograms.Write([.. programs]));
        foreach (EssentialPattern choice in choices)
        {
            text.WriteLine($"{choice.Name}: near {Terminal.Percent(choice.Share, "F1")}, in {choice.Files} files");
            foreach (Voice voice in Enum.GetValues<Voice>().Reverse().Where(voice => PatternTrait.Count(choice.Pattern, voice) > 0))
            {
                text.WriteLine($"  {Kit.NameOf(voice),-16} {Terminal.Row(choice.Pattern, voice)}");
            }
        }

        text.WriteLine($"Wrote {choices.Count} programs of {choices.DistinctBy(choice => choice.Genre).Count()} genres to {output}.");
    }

    private static PluginProgram ToProgram(string name, in Knobs knobs)
    {
        PluginProgram program = new(name);
        for (int knob = 0; knob < Latent.Dimensions; knob++)
        {
            program[ParameterTable.Knobs[knob]] = knobs[knob];
        }

        return program;
    }

    private static UserPreset ToProgram(string name, GenreCharacter genre, in Knobs knobs, bool hasGroove)
    {
        PluginProgram program = ToProgram(name, knobs);
        Set(ParameterTable.Swing, genre.Swing);
        Set(ParameterTable.LowVelocity, genre.LowVelocity);
        Set(ParameterTable.HighVelocity, genre.HighVelocity);
        Set(ParameterTable.Fill, 100 * genre.Fill);
        if (genre.Fill > 0)
        {
            program[ParameterTable.FillInterval] = Value(ParameterTable.FillInterval, "8 bars");
        }

        program[ParameterTable.GrooveVelocity] = hasGroove ? GrooveShare : 0;
        program[ParameterTable.GrooveTiming] = hasGroove ? GrooveShare : 0;
        return new UserPreset(program) { Genre = genre.Title };

        void Set(Parameter parameter, double number) =>
            program[parameter] = Value(parameter, number.ToString(CultureInfo.InvariantCulture));
    }

    // The declared ranges accept every number of a genre.
    private static float Value(Parameter parameter, string text) => parameter.Range.TryParse(text, out float value)
        ? value
        : throw new ArgumentException($"{parameter.Name} has no value {text}.", nameof(text));

    private static void Show(IReadOnlyList<ChosenProgram> choices, IAnsiConsole console)
    {
        Table table = Terminal.Table("program", ["hits", "entropy", "same genre\namong 24", "cells from\nthe nearest"]);
        foreach (ChosenProgram choice in choices)
        {
            IEnumerable<ChosenProgram> others = choices.Where(other => !ReferenceEquals(other, choice));
            table.AddTextRow(
                choice.Name,
                $"{choice.Pattern.HitCount}",
                Terminal.Number(PatternEntropy.Of(choice.Pattern), "F2"),
                Terminal.Percent(choice.GenreAccuracy, "F0"),
                $"{others.Select(other => other.Pattern.DistanceTo(choice.Pattern)).DefaultIfEmpty().Min()}");
        }

        console.Write(table);
    }
}
