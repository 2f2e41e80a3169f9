using System.CommandLine;
using DrumSpace.Editor;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Window;
using SkiaSharp;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace editor`: the plugin's window without a host, as a window, a picture or a text.</summary>
internal static class EditorCommand
{
    private const int IdleMilliseconds = 30;

    private sealed record Settings(
        string? Picture, bool IsDescribed, bool HasPlaces, double Scale, bool IsLight, string? Program, string[] Values, double Bars,
        double Tempo);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        OutputOption picture = new(isFolder: false, "--picture")
        {
            Description = "Writes a picture of the window instead of opening it.", HelpName = "FILE.png",
        };
        Option<bool> describe = new("--describe")
        {
            Description = "Prints all controls with their kind, value and range instead of opening the window.",
        };
        Option<bool> places = new("--places")
        {
            Description = "Prints where the controls are instead of opening the window: X, Y, width, height at a scale of 1, name.",
        };
        Option<double> scale = new Option<double>("--scale")
        {
            Description = "The window's scale, 0.75 to 3.", HelpName = "X", DefaultValueFactory = _ => 1,
        }.Where(value => value is >= EditorPreferences.MinZoom and <= EditorPreferences.MaxZoom, "a number from 0.75 to 3");
        Option<bool> light = new("--light") { Description = "A light ground." };
        Option<string?> program = new("--program") { Description = "The program that plays.", HelpName = "NAME" };
        Option<string[]> set = new("--set")
        {
            Description = "Sets parameters in this order, as z1=40 or mel-on=on; a quarter is played after each.",
            HelpName = "ID=VALUE",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<double> bars = new Option<double>("--bars")
        {
            Description = "How many bars have been played in the picture.", HelpName = "N", DefaultValueFactory = _ => 2.6,
        }.Where(value => value is >= 0 and <= 1000, "a number from 0 to 1000");
        Option<double> tempo = new Option<double>("--bpm")
        {
            Description = "Quarters a minute.", HelpName = "BPM", DefaultValueFactory = _ => 104,
        }.Where(value => value is >= 20 and <= 400, "a number from 20 to 400");
        Command command = new("editor", "Show the plugin's window without a host. The song runs; there is no sound.")
        {
            picture, describe, places, scale, light, program, set, bars, tempo,
        };
        command.SetRun(arguments => Run(
            new Settings(
                arguments.GetValue(picture),
                arguments.GetValue(describe),
                arguments.GetValue(places),
                arguments.GetValue(scale),
                arguments.GetValue(light),
                arguments.GetValue(program),
                arguments.GetValue(set) ?? [],
                arguments.GetValue(bars),
                arguments.GetValue(tempo)),
            arguments.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(Settings settings, TextWriter output)
    {
        ShippedPlugin.UseModels();
        using PluginCore core = new(ModelList.Shared);
        SilentSong song = new(core, settings.Tempo);
        EditorPreferences preferences = new() { Zoom = settings.Scale, IsLight = settings.IsLight, TakesKeys = true };
        using StandaloneEditor editor = new(core, preferences);
        if (settings.Program is { } name)
        {
            Select(editor.Model.Programs, name);
        }

        foreach (string value in settings.Values)
        {
            Set(editor.Model.Parameters, value);
            song.Render(1.0 / SilentSong.QuartersPerBar);
        }

        if (settings is { Picture: null, IsDescribed: false, HasPlaces: false })
        {
            editor.Open();
            using Timer clock = song.Start();
            while (editor.IsOpen)
            {
                editor.Idle();
                Thread.Sleep(IdleMilliseconds);
            }

            return;
        }

        song.Render(settings.Bars);
        editor.View.Advance(0);
        if (settings.IsDescribed)
        {
            Describe(editor.View, output);
        }

        if (settings.HasPlaces)
        {
            PrintPlaces(editor.View, output);
        }

        if (settings.Picture is { } file)
        {
            Paint(editor.View, EditorView.SizeAt(settings.Scale), file);
        }
    }

    private static void Select(IEditorPrograms programs, string name)
    {
        EditorProgram program = programs.All.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"No program is called \"{name}\"; `drumspace play --list` lists them.");
        programs.Select(program.Number);
    }

    private static void Set(IEditorParameters parameters, string assignment)
    {
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        string id = equals < 0 ? assignment : assignment[..equals];
        int index = parameters.All.FirstOrDefault(parameter => parameter.Id == id)?.Index
            ?? throw new ArgumentException($"No parameter has the id \"{id}\".");
        if (equals < 0 || !parameters.TryParse(index, assignment[(equals + 1)..], out float value))
        {
            string range = $"{parameters.Format(index, 0)} to {parameters.Format(index, 1)}";
            throw new ArgumentException($"\"{assignment}\" sets nothing: {id} takes {range}.");
        }

        parameters.Set(index, value);
    }

    private static void Describe(EditorView view, TextWriter output)
    {
        foreach (ControlDescription control in view.Describe())
        {
            string range = control.Range.Length > 0 ? $" ({control.Range})" : "";
            string hint = control.Hint.Length > 0 ? $"  {control.Hint}" : "";
            output.WriteLine($"{control.Name}, {control.Role}: {control.Value}{range}{hint}");
        }
    }

    private static void PrintPlaces(EditorView view, TextWriter output)
    {
        foreach (ControlDescription control in view.Describe())
        {
            output.WriteLine(FormattableString.Invariant(
                $"{control.X:0} {control.Y:0} {control.Width:0} {control.Height:0} {control.Name}"));
        }
    }

    private static void Paint(EditorView view, PixelSize size, string file)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height));
        view.Paint(surface.Canvas, size);
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, png.Span);
    }
}
