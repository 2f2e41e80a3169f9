using System.CommandLine;
using System.Globalization;
using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands;

/// <summary>The options of `drumspace host`, and what they ask for.</summary>
internal sealed class HostOptions
{
    private readonly Option<string[]> _plugins = new("--plugin")
    {
        Description = "The plugins, the first into the second and so on; \"drumspace\" is DrumSpace. *.clap is CLAP, *.vst3 VST3, others VST2.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _driver = new("--driver")
    {
        Description = $"The driver: {string.Join(", ", LiveDrivers.All.Select(driver => driver.Name))}. By default the first that works.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _audioOutput = new("--audio-output") { Description = "The audio device to play on.", HelpName = "NAME" };

    private readonly Option<string[]> _midiOutputs = new("--midi-output") { Description = "The MIDI ports to send to.", HelpName = "NAME" };

    private readonly Option<string[]> _midiInputs = new("--midi-input") { Description = "The MIDI ports to hear.", HelpName = "NAME" };

    private readonly Option<bool> _noConnect = new("--no-connect") { Description = "Make no audio connections under JACK." };

    private readonly Option<double> _bpm = new Option<double>("--bpm")
    {
        Description = "Quarter notes per minute.", DefaultValueFactory = _ => 120,
    }.WithRange(LiveTransport.MinTempo, LiveTransport.MaxTempo);

    private readonly Option<string> _meter = new Option<string>("--meter")
    {
        Description = "The meter.", HelpName = "N/M", DefaultValueFactory = _ => "4/4",
    }.Where(text => TryMeter(text, out _), "a meter such as 3/4 or 7/8");

    private readonly Option<string?> _loop = new Option<string?>("--loop")
    {
        Description = "Repeat bars, for example 1-4.", HelpName = "FROM-TO",
    }.Where(text => text is null || TryBars(text, out _), "two bars such as 1-4, counted from 1");

    private readonly Option<string> _sync = new Option<string>("--sync")
    {
        Description = "Who decides over the time: own, device (JACK's transport) or clock (MIDI clock).", HelpName = "WHO",
        DefaultValueFactory = _ => "own",
    }.Where(text => SourceOf(text) != null, "own, device or clock");

    private readonly Option<bool> _leadTime = new("--lead-time") { Description = "Give JACK's transport the tempo and the meter." };

    private readonly Option<bool> _clockOut = new("--clock-out") { Description = "Send MIDI clock." };

    private readonly Option<bool> _play = new("--play") { Description = "Play at once." };

    private readonly OutputOption _captureMidi = new(isFolder: false, "--capture-midi") { Description = "A MIDI file to capture into." };

    private readonly OutputOption _captureWav = new(isFolder: false, "--capture-wav") { Description = "A WAV file to capture into." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_plugins, _driver, _audioOutput, _midiOutputs, _midiInputs, _noConnect, _bpm, _meter, _loop,
            _sync, _leadTime, _clockOut, _play, _captureMidi, _captureWav])
        {
            command.Options.Add(option);
        }
    }

    public IReadOnlyList<string> Plugins(ParseResult arguments) =>
        arguments.GetValue(_plugins) is { Length: > 0 } paths
            ? [.. paths.Select(path => path == "drumspace" ? ShippedPlugin.Library : path)]
            : [ShippedPlugin.Library];

    public string? Driver(ParseResult arguments) => arguments.GetValue(_driver);

    public bool Plays(ParseResult arguments) => arguments.GetValue(_play);

    public (string? Midi, string? Wav) Captures(ParseResult arguments) => (arguments.GetValue(_captureMidi), arguments.GetValue(_captureWav));

    public LiveDeviceRequest Request(ParseResult arguments, LiveChain chain) => new()
    {
        Inputs = chain.InputCount,
        Outputs = chain.OutputCount,
        AudioOutput = arguments.GetValue(_audioOutput),
        MidiOutputs = arguments.GetValue(_midiOutputs) ?? [],
        MidiInputs = arguments.GetValue(_midiInputs) ?? [],
        Connects = !arguments.GetValue(_noConnect),
        LeadsTime = arguments.GetValue(_leadTime),
    };

    public LiveOptions Engine(ParseResult arguments)
    {
        TryMeter(arguments.GetValue(_meter)!, out (int Numerator, int Denominator) meter);
        double bar = meter.Numerator * 4.0 / meter.Denominator;
        bool loops = TryBars(arguments.GetValue(_loop) ?? "", out (int From, int To) bars);
        return new LiveOptions
        {
            Tempo = arguments.GetValue(_bpm),
            Meter = meter,
            Loop = loops ? ((bars.From - 1) * bar, bars.To * bar) : null,
            Source = SourceOf(arguments.GetValue(_sync)!)!.Value,
            SendsClock = arguments.GetValue(_clockOut),
        };
    }

    private static SyncSource? SourceOf(string text) => text switch
    {
        "own" => SyncSource.Own,
        "device" => SyncSource.Device,
        "clock" => SyncSource.MidiClock,
        _ => null,
    };

    private static bool TryMeter(string text, out (int Numerator, int Denominator) meter) =>
        TryPair(text, '/', out meter) && meter.Numerator is >= 1 and <= 64 && meter.Denominator is 1 or 2 or 4 or 8 or 16 or 32;

    private static bool TryBars(string text, out (int From, int To) bars) => TryPair(text, '-', out bars) && bars.From >= 1 && bars.To >= bars.From;

    private static bool TryPair(string text, char mark, out (int First, int Second) pair)
    {
        pair = default;
        string[] parts = text.Split(mark);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out pair.First)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out pair.Second);
    }
}
