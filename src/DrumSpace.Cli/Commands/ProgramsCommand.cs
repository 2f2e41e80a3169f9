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
        var essentials = new Option<string?>("--essentials")
        {
            Description = "Choose instead, for a musician to thin and name, beats that are typical of the genres of these MIDI files.",
            HelpName = "FOLDER",
        };
        var command = new Command("programs", "Choose the plugin's factory programs on a model's map, by genre.")
        {
            bundle, essentials, output,
        };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(bundle),
            arguments.GetValue(essentials),
            arguments.GetRequiredValue(output),
            arguments.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, string? essentials, string output, InvocationConfiguration console)
    {
        try
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            if (essentials == null)
            {
                WritePrograms(bundle, output, console.Output);
            }
            else
            {
                WriteEssentials(bundle, essentials, output, console.Output);
            }

            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException
            or DllNotFoundException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static void WritePrograms(ModelBundle bundle, string output, TextWriter text)
    {
        IReadOnlyList<ChosenProgram> beats = ProgramChooser.Choose(bundle);
        if (beats.Count is 0 or >= ProgramBank.MaxCount)
        {
            throw new TrainingException(
                $"{bundle.Folder}: {beats.Count} beats were chosen, and there can be 1 to {ProgramBank.MaxCount - 1}");
        }

        UserPreset initial = new(ToProgram(InitialName, beats[0].Knobs));
        IEnumerable<UserPreset> programs = beats.Select(beat => ToProgram(beat.Name, beat.Genre, beat.Knobs, bundle.HasGroove));
        File.WriteAllBytes(output, FactoryPrograms.Write([initial, .. programs]));
        Show(beats, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text) }));
        int genres = beats.DistinctBy(beat => beat.Genre).Count();
        text.WriteLine($"Wrote {InitialName} and {beats.Count} programs of {genres} genres to {output}.");
    }

    private static void WriteEssentials(ModelBundle bundle, string folder, string output, TextWriter text)
    {
        IReadOnlyList<EssentialPattern> beats = EssentialChooser.Choose(bundle, folder);
        if (beats.Count == 0)
        {
            throw new TrainingException(
                $"{folder}: no beat is near {EssentialChooser.MinFiles} files of a genre that programs are chosen for");
        }

        IEnumerable<UserPreset> programs = beats.Select(beat => ToProgram(beat.Name, beat.Genre, beat.Knobs, bundle.HasGroove));
        File.WriteAllBytes(output, FactoryPrograms.Write([.. programs]));
        foreach (EssentialPattern beat in beats)
        {
            string share = (100 * beat.Share).ToString("F1", CultureInfo.InvariantCulture);
            text.WriteLine($"{beat.Name}: near {share} %, in {beat.Files} files");
            foreach (Voice voice in Enum.GetValues<Voice>().Reverse())
            {
                if (PatternRow.Of(beat.Pattern, voice) is var row && row.Contains('█'))
                {
                    text.WriteLine($"  {Kit.NameOf(voice),-16} {row}");
                }
            }
        }

        text.WriteLine($"Wrote {beats.Count} programs of {beats.DistinctBy(beat => beat.Genre).Count()} genres to {output}.");
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

        void Set(Parameter parameter, double number) => program[parameter] = Value(parameter, number.ToString(CultureInfo.InvariantCulture));
    }

    // As a musician would type it; the declared ranges take every number of a genre.
    private static float Value(Parameter parameter, string text) => parameter.Range.TryParse(text, out float value)
        ? value
        : throw new ArgumentException($"{parameter.Name} has no value {text}.", nameof(text));

    private static void Show(IReadOnlyList<ChosenProgram> beats, IAnsiConsole console)
    {
        Table table = new Table().AddColumns(
            new TableColumn("program"),
            new TableColumn("hits").RightAligned(),
            new TableColumn("entropy").RightAligned(),
            new TableColumn("same genre\namong 24").RightAligned(),
            new TableColumn("cells from\nthe nearest").RightAligned());
        foreach (ChosenProgram beat in beats)
        {
            int nearest = beats.Where(other => !ReferenceEquals(other, beat)).Select(other => other.Pattern.DistanceTo(beat.Pattern)).DefaultIfEmpty().Min();
            table.AddRow(
                beat.Name,
                $"{beat.Pattern.HitCount}",
                PatternEntropy.Of(beat.Pattern).ToString("F2", CultureInfo.InvariantCulture),
                (100 * beat.GenreAccuracy).ToString("F0", CultureInfo.InvariantCulture) + " %",
                $"{nearest}");
        }

        console.Write(table);
    }
}
