using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;
using DrumSpace.Training;
using DrumSpace.Training.Programs;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace programs`: the plugin's factory programs, chosen on a model's map.</summary>
internal static class ProgramsCommand
{
    // The first program is how the plugin plays before anybody touched it: the first beat, plain, every other parameter at its default.
    private const string InitialName = "Init";

    // What is learnt of playing is heard, and leaves some of the grid.
    private const float GrooveShare = 0.7f;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var bundle = new Option<string>("--bundle")
        {
            Description = "The bundle, with a map of Groove's genres.",
            HelpName = "DIR",
            Required = true,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file of programs, which the plugin takes in when it is built.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("programs", "Choose the plugin's factory programs on a model's map, by genre.") { bundle, output };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(bundle), arguments.GetRequiredValue(output), arguments.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, string output, InvocationConfiguration console)
    {
        try
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            IReadOnlyList<ChosenBeat> beats = BeatChooser.Choose(bundle);
            if (beats.Count is 0 or >= ProgramBank.MaxCount)
            {
                throw new TrainingException($"{folder}: {beats.Count} beats were chosen, and there can be 1 to {ProgramBank.MaxCount - 1}");
            }

            UserPreset initial = new(ToProgram(InitialName, beats[0].Knobs));
            File.WriteAllBytes(output, FactoryPrograms.Write([initial, .. beats.Select(beat => ToProgram(beat, bundle.HasGroove))]));
            Show(beats, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Output) }));
            console.Output.WriteLine(
                $"Wrote {InitialName} and {beats.Count} programs of {beats.DistinctBy(beat => beat.Genre).Count()} genres to {output}.");
            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException
            or DllNotFoundException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static PluginProgram ToProgram(string name, in Knobs knobs)
    {
        PluginProgram program = new(name);
        for (int knob = 0; knob < Latent.Dimensions; knob++)
        {
            program[ParameterTable.FirstKnob + knob] = knobs[knob];
        }

        return program;
    }

    private static UserPreset ToProgram(ChosenBeat beat, bool hasGroove)
    {
        PluginProgram program = ToProgram(beat.Name, beat.Knobs);
        Set(ParameterTable.Swing, beat.Genre.Swing);
        Set(ParameterTable.LowVelocity, beat.Genre.LowVelocity);
        Set(ParameterTable.HighVelocity, beat.Genre.HighVelocity);
        Set(ParameterTable.Fill, 100 * beat.Genre.Fill);
        if (beat.Genre.Fill > 0)
        {
            program[ParameterTable.FillInterval] = Value(ParameterTable.FillInterval, "8 bars");
        }

        program[ParameterTable.GrooveVelocity] = hasGroove ? GrooveShare : 0;
        program[ParameterTable.GrooveTiming] = hasGroove ? GrooveShare : 0;
        return new UserPreset(program) { Genre = beat.Genre.Title };

        void Set(int index, double number) => program[index] = Value(index, number.ToString(CultureInfo.InvariantCulture));
    }

    // As a musician would type it; the declared scales take every number of a genre.
    private static float Value(int index, string text) => ParameterTable.All[index].Scale.TryParse(text, out float value)
        ? value
        : throw new ArgumentException($"{ParameterTable.All[index].Name} has no value {text}.", nameof(text));

    private static void Show(IReadOnlyList<ChosenBeat> beats, IAnsiConsole console)
    {
        Table table = new Table().AddColumns(
            new TableColumn("program"),
            new TableColumn("hits").RightAligned(),
            new TableColumn("entropy").RightAligned(),
            new TableColumn("same genre\namong 24").RightAligned(),
            new TableColumn("cells from\nthe nearest").RightAligned());
        foreach (ChosenBeat beat in beats)
        {
            int nearest = beats.Where(other => !ReferenceEquals(other, beat)).Select(other => other.Pattern.DistanceTo(beat.Pattern)).DefaultIfEmpty().Min();
            table.AddRow(
                beat.Name,
                $"{beat.Pattern.HitCount}",
                PatternEntropy.Of(beat.Pattern).ToString("F2", CultureInfo.InvariantCulture),
                (100 * beat.Purity).ToString("F0", CultureInfo.InvariantCulture) + " %",
                $"{nearest}");
        }

        console.Write(table);
    }
}
