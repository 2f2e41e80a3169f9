using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Songs;
using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;
using DrumSpace.Training.Songs;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace song`: composes a song of drums, bass and lead along a path through a model's latent space.</summary>
internal static class SongCommand
{
    private const double MinTempo = 20, MaxTempo = 400;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        string forms = string.Join("; ", SongForm.Named.Select(named => $"{named.Name} = {named.Letters}"));
        Option<string> bundle = CommandOptions.Bundle();
        Option<string> form = new("--form")
        {
            Description = $"A form's name, or sections as letters with optional bars: \"I4 V V C16 O\". {SectionName.Letters}. {forms}.",
            HelpName = "FORM",
            DefaultValueFactory = _ => SongForm.Named[0].Name,
        };
        Option<int> bars = new("--bars")
        {
            Description = "Bars of a section without its own number; intros, pre-choruses, breaks and outros have half.",
            HelpName = "N",
            DefaultValueFactory = _ => SongForm.DefaultBars,
        };
        Option<double> tempo = new("--tempo")
        {
            Description = "Quarter notes per minute.", HelpName = "BPM", DefaultValueFactory = _ => 120,
        };
        Option<string?> key = new("--key")
        {
            Description = "The key: C, F#m, \"Bb major\" ...; by default drawn by the seed.", HelpName = "KEY",
        };
        Option<long> seed = CommandOptions.Seed("files");
        Option<double> groove = new("--groove")
        {
            Description = "The groove model's share of velocity and timing, in percent; 0 is on the grid.",
            HelpName = "PERCENT",
            DefaultValueFactory = _ => 100,
        };
        OutputOption output = CommandOptions.OutputFile("The MIDI file.");
        bars.Where(
            value => value is >= Section.MinBars and <= Section.MaxBars && value % 2 == 0,
            $"an even number from {Section.MinBars} to {Section.MaxBars}");
        tempo.WithRange(MinTempo, MaxTempo);
        groove.WithRange(0, 100);
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
        Command command = new("song", "Compose a song of drums, bass and lead, with repeated sections, fills and markers.")
        {
            bundle, form, bars, tempo, key, seed, groove, output,
        };
        command.SetRun(arguments =>
        {
            // The validator has checked each section; --bars can still make the song too long.
            string text = arguments.GetRequiredValue(form);
            if (!SongFormParser.TryParse(text, arguments.GetValue(bars), out SongForm sections, out string? error))
            {
                throw new FormatException(error);
            }

            ulong number = (ulong)arguments.GetValue(seed);
            MusicalKey songKey = KeyName.TryParse(arguments.GetValue(key) ?? "", out MusicalKey given) ? given : SongKey.Draw(number);
            Compose(
                arguments.GetRequiredValue(bundle),
                new SongRequest(sections, songKey, arguments.GetValue(tempo), number, arguments.GetValue(groove) / 100),
                arguments.GetRequiredValue(output)!,
                arguments.InvocationConfiguration);
        });
        return command;
    }

    private static void Compose(string folder, SongRequest request, string output, InvocationConfiguration streams)
    {
        using ModelBundle bundle = ModelBundle.Load(folder);
        using SongComposer composer = new(bundle);
        Song song = composer.Compose(request);
        SongFile.ToMidiFile(song, Path.GetFileNameWithoutExtension(output)).Write(output);
        int bar = 1;
        foreach ((Section section, string name) in song.Form.Sections.Zip(song.Form.SectionNames))
        {
            streams.Output.WriteLine($"{bar,5}  {name} ({section.Bars} bars)");
            bar += section.Bars;
        }

        TimeSpan length = TimeSpan.FromMinutes(song.Form.Bars * 4 / song.QuartersPerMinute);
        string notes = $"{song.Drums.Count} hits, {song.Bass.Count} bass and {song.Lead.Count} lead notes";
        streams.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{output}: {song.Form.Bars} bars, {length:m\\:ss}, {song.Key}, {notes}"));
        if (!bundle.HasMelody)
        {
            streams.Error.WriteLine(
                $"{bundle.Manifest.Name} has no melody model: the song has drums only. `drumspace companions` adds one.");
        }
    }
}
