using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Files;
using DrumSpace.Music;
using DrumSpace.Plugin.Kits;
using DrumSpace.Training.Data;
using DrumSpace.Training.Learning;

namespace DrumSpace.Cli.Commands;

/// <summary>Options that several commands share, and the ranges of others.</summary>
internal static class CommandOptions
{
    private const string KitName = "--kit";
    private const string DrumChannelName = "--drum-channel";

    /// <summary>`--bundle`, required.</summary>
    public static Option<string> Bundle(string description = "The folder of a model bundle.") =>
        new("--bundle") { Description = description, HelpName = "DIR", Required = true };

    /// <summary>`--data` with several folders.</summary>
    public static Option<string[]> Data(string description) =>
        new("--data") { Description = description, HelpName = "FOLDER", AllowMultipleArgumentsPerToken = true };

    /// <summary>`--seed`.</summary>
    /// <param name="results">What equal seeds make equal.</param>
    /// <param name="value">The default.</param>
    public static Option<long> Seed(string results, long value = 1) =>
        new("--seed") { Description = $"Equal seeds give equal {results}.", DefaultValueFactory = _ => value };

    /// <summary>`--count` and other numbers with a default and a range from 1.</summary>
    public static Option<int> Count(string name, string description, int value, int max) =>
        new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value }.WithRange(1, max);

    /// <summary>`--point`.</summary>
    public static Option<string?> Point(string description) =>
        new("--point") { Description = $"{description} As `find` prints it: drumspace:Z1,Z2,Z3,Z4;seed=N;var=X.", HelpName = "POINT" };

    /// <summary>`--variation`.</summary>
    /// <param name="defaults">What the default is.</param>
    public static Option<double?> Variation(string defaults = "The default is 1 for a model with a residual latent, else 0.") =>
        new Option<double?>("--variation")
    {
        Description = $"The plugin's parameter Variation, 0 to 1, with a seed of its own for each pattern. {defaults}",
        HelpName = "X",
    }.Where(value => value is >= 0 and <= 1, "a number from 0 to 1");

    /// <summary>The amount of variation to measure or sample a model with.</summary>
    /// <param name="given">The value of <see cref="Variation"/>; null when it was not given.</param>
    /// <param name="bundle">The model.</param>
    public static double VariationOf(double? given, ModelBundle bundle) => given ?? (bundle.Manifest.Variations > 0 ? 1 : 0);

    /// <summary>`--kit`.</summary>
    public static Option<string?> KitMap() => new(KitName)
    {
        Description = "The kit map by which notes are read: a name or file of presets/kits or of your own. "
            + "By default General MIDI, and V-Drums for files that have the notes of their hi-hat's edge.",
        HelpName = "NAME",
    };

    /// <summary>`--drum-channel`.</summary>
    public static Option<int?> DrumChannel() => new Option<int?>(DrumChannelName)
    {
        Description = "The MIDI channel, 1 to 16, whose notes are drums; no other channel's are. By default the notes of channel 10, "
            + "or of the only channel if they are played like drums.",
        HelpName = "N",
    }.Where(value => value is >= 1 and <= 16, "a channel from 1 to 16");

    /// <summary>`--device`: what a training computes on.</summary>
    public static Option<string> Device()
    {
        Option<string> device = new("--device")
        {
            Description = "What to train on; cuda needs a build with TorchSharp.", DefaultValueFactory = _ => TrainingDevice.Cpu,
        };
        return device.AcceptOnlyFromAmong(TrainingDevice.Cpu, TrainingDevice.Cuda);
    }

    /// <summary>The kit of `--kit` and `--drum-channel`; null when neither was given.</summary>
    /// <exception cref="ArgumentException">There is no such kit map; the message lists them.</exception>
    public static Kit? KitOf(ParseResult arguments)
    {
        string? name = arguments.GetValue<string?>(KitName);
        Kit? kit = name is null ? null
            : KitList.Shared.Find(name) is { } map ? Kit.Of(map)
            : throw new ArgumentException($"{KitName} \"{name}\": no such kit map; there are {string.Join(", ", KitList.Shared.Names)}.");
        return arguments.GetValue<int?>(DrumChannelName) is { } channel ? (kit ?? Kit.GeneralMidi).OnChannel(channel) : kit;
    }

    /// <summary>How the folders of `--data` are read: by `--kit` and `--drum-channel`; what is lost is told on the error stream.</summary>
    public static CorpusReading Reading(ParseResult arguments) =>
        new() { Kit = KitOf(arguments), Report = arguments.InvocationConfiguration.Error.WriteLine };

    /// <summary>`--output`, required, of a file.</summary>
    public static OutputOption OutputFile(string description) =>
        new(isFolder: false, "--output", "-o") { Description = description, HelpName = "FILE", Required = true };

    /// <summary>The text of a file.</summary>
    /// <exception cref="IOException">The file is missing, a folder or special, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string ReadText(string path)
    {
        using StreamReader reader = new(BoundedFile.Open(path));
        return reader.ReadToEnd();
    }

    /// <summary>Refuses values outside a range.</summary>
    public static Option<T> WithRange<T>(this Option<T> option, T min, T max)
        where T : IComparable<T> =>
        option.Where(value => value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0, $"a number from {min} to {max}");

    /// <summary>Refuses values.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isAllowed">Called with values given on the command line, not with the default.</param>
    /// <param name="rule">What the option is, after its name in the error message.</param>
    public static Option<T> Where<T>(this Option<T> option, Func<T, bool> isAllowed, string rule)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<T>() is { } value && !isAllowed(value))
            {
                result.AddError($"{option.Name} is {rule}.");
            }
        });
        return option;
    }
}
