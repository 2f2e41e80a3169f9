using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Songs;
using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;
using DrumSpace.Training.Songs;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace song`: a song of drums, bass and lead as a MIDI file, by a walk through a model's space.</summary>
internal static class SongCommand
{
    private const double SlowestTempo = 20, FastestTempo = 400;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        string forms = string.Join("; ", SongForm.Named.Select(named => $"{named.Name} = {named.Letters}"));
        var bundle = new Option<string>("--bundle") { Description = "The folder of a model bundle.", HelpName = "DIR", Required = true };
        var form = new Option<string>("--form")
        {
            Description = $"A form by its name, or its sections by their letters, with their bars if wanted: \"I4 V V C16 O\". {SectionName.Letters}. {forms}.",
            HelpName = "FORM",
            DefaultValueFactory = _ => SongForm.Named[0].Name,
        };
        var bars = new Option<int>("--bars")
        {
            Description = "Bars of a section that does not say its own; intros, pre-choruses, breaks and outros have half.",
            HelpName = "N",
            DefaultValueFactory = _ => SongForm.DefaultBars,
        };
        var tempo = new Option<double>("--tempo") { Description = "Quarter notes a minute.", HelpName = "BPM", DefaultValueFactory = _ => 120 };
        var key = new Option<string?>("--key") { Description = "The key: C, F#m, \"Bb major\" ...; the seed draws one if it is left out.", HelpName = "KEY" };
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal files.", DefaultValueFactory = _ => 1 };
        var groove = new Option<double>("--groove")
        {
            Description = "How far velocity and timing are the learnt drummer's, in percent; 0 is on the grid.",
            HelpName = "PERCENT",
            DefaultValueFactory = _ => 100,
        };
        var output = new Option<string>("--output", "-o") { Description = "The MIDI file.", HelpName = "FILE", Required = true };
        Bounded(bars, value => value is >= Section.MinBars and <= Section.MaxBars && value % 2 == 0, $"an even number from {Section.MinBars} to {Section.MaxBars}");
        Bounded(tempo, value => value is >= SlowestTempo and <= FastestTempo, $"a number from {SlowestTempo} to {FastestTempo}");
        Bounded(groove, value => value is >= 0 and <= 100, "a number from 0 to 100");
        key.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !KeyName.TryParse(result.Tokens[0].Value, out _))
            {
                result.AddError($"--key \"{result.Tokens[0].Value}\": no such key; keys are written C, F#m, \"Bb major\", \"a minor\".");
            }
        });
        form.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !SongFormParser.TryParse(result.Tokens[0].Value, SongForm.DefaultBars, out _, out string? error))
            {
                result.AddError(error + ".");
            }
        });
        var command = new Command("song", "Make a song of drums, bass and lead: sections that come back, fills, and a marker for each.")
        {
            bundle, form, bars, tempo, key, seed, groove, output,
        };
        command.SetAction(arguments =>
        {
            ulong number = (ulong)arguments.GetValue(seed);
            MusicalKey chosen = arguments.GetValue(key) is { } name && KeyName.TryParse(name, out MusicalKey said) ? said : SongKey.Draw(number);
            return Run(
                arguments.GetRequiredValue(bundle),
                arguments.GetRequiredValue(form),
                arguments.GetValue(bars),
                new SongRequest(new SongForm([]), chosen, arguments.GetValue(tempo), number, arguments.GetValue(groove) / 100),
                arguments.GetRequiredValue(output),
                arguments.InvocationConfiguration);
        });
        return command;
    }

    private static int Run(string folder, string text, int bars, SongRequest request, string output, InvocationConfiguration console)
    {
        // Each section was read by the validator already; --bars can still make the whole too long.
        if (!SongFormParser.TryParse(text, bars, out SongForm form, out string? fault))
        {
            console.Error.WriteLine($"error: {fault}");
            return 1;
        }

        try
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            using SongComposer composer = new(bundle);
            Song song = composer.Compose(request with { Form = form });
            SongFile.ToMidiFile(song, Path.GetFileNameWithoutExtension(output)).Write(output);
            Tell(song, bundle, output, console);
            return 0;
        }
        catch (Exception error) when (error is BundleException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static void Tell(Song song, ModelBundle bundle, string output, InvocationConfiguration console)
    {
        int bar = 1;
        foreach ((Section section, string name) in song.Form.Sections.Zip(song.Form.SectionNames))
        {
            console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bar,5}  {name} ({section.Bars} bars)"));
            bar += section.Bars;
        }

        TimeSpan length = TimeSpan.FromMinutes(song.Form.Bars * 4 / song.QuartersPerMinute);
        console.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{output}: {song.Form.Bars} bars, {length:m\\:ss}, {song.Key}, {song.Drums.Count} hits, {song.Bass.Count} bass and {song.Lead.Count} lead notes"));
        if (!bundle.HasMelody)
        {
            console.Error.WriteLine($"{bundle.Manifest.Name} has no melody: the song is drums alone. `drumspace companions` adds one.");
        }
    }

    private static void Bounded<T>(Option<T> option, Func<T, bool> isAllowed, string range) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !isAllowed(result.GetValueOrDefault<T>()!))
            {
                result.AddError($"{option.Name} is {range}.");
            }
        });
}
