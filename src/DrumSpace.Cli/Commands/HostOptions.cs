using System.CommandLine;
using System.Globalization;
using DrumSpace.Cli.Commands.Hosting;
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

    private readonly Option<string?> _audioInput = new("--audio-input") { Description = "The audio device to record from.", HelpName = "NAME" };

    private readonly Option<string[]> _midiOutputs = new("--midi-output") { Description = "The MIDI ports to send to.", HelpName = "NAME" };

    private readonly Option<string[]> _midiInputs = new("--midi-input") { Description = "The MIDI ports to hear.", HelpName = "NAME" };

    private readonly Option<double?> _sampleRate = new Option<double?>("--sample-rate")
    {
        Description = "Frames per second, where the driver leaves the choice.", HelpName = "HZ",
    }.Where(rate => rate is >= 8000 and <= 384000, "a number from 8000 to 384000");

    private readonly Option<int?> _block = new Option<int?>("--block")
    {
        Description = "Frames per block, where the driver leaves the choice.", HelpName = "N",
    }.Where(frames => frames is >= 16 and <= 8192, "a number from 16 to 8192");

    private readonly Option<bool> _listDevices = new("--list-devices") { Description = "Show the drivers and their devices, and play nothing." };

    private readonly Option<bool> _forgetDevices = new("--forget-devices")
    {
        Description = "Forget the devices that were chosen on this machine by earlier options.",
    };

    private readonly Option<string?> _session = new Option<string?>("--session")
    {
        Description = "Open a session of this name, and keep it: the plugins with their states, tempo, meter and loop.", HelpName = "NAME",
    }.Where(name => name is null || SessionFile.IsName(name), "a name that a file can have on every system");

    private readonly Option<bool> _window = new("--window")
    {
        Description = "Show the plugins' windows, or fail. By default they are shown where there is a display.",
    };

    private readonly Option<bool> _headless = new("--headless") { Description = "Show neither windows nor the terminal view." };

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
        foreach (Option option in (Option[])[_plugins, _session, _driver, _audioOutput, _audioInput, _midiOutputs, _midiInputs, _sampleRate, _block,
            _listDevices, _forgetDevices, _window, _headless, _noConnect, _bpm, _meter, _loop,
            _sync, _leadTime, _clockOut, _play, _captureMidi, _captureWav])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The plugins that were named; null if none were.</summary>
    public IReadOnlyList<string>? Plugins(ParseResult arguments) => arguments.GetValue(_plugins) is { Length: > 0 } paths
        ? [.. paths.Select(path => path == "drumspace" ? ShippedPlugin.Library : path)]
        : null;

    /// <summary>The session's file; null without one.</summary>
    public SessionFile? Session(ParseResult arguments) => arguments.GetValue(_session) is { } name ? SessionFile.OfUser(name) : null;

    public bool ListsDevices(ParseResult arguments) => arguments.GetValue(_listDevices);

    public bool ForgetsDevices(ParseResult arguments) => arguments.GetValue(_forgetDevices);

    /// <summary>Whether windows are shown: null where there is a display.</summary>
    public bool? ShowsWindows(ParseResult arguments) => arguments.GetValue(_headless) ? false : arguments.GetValue(_window) ? true : null;

    public bool IsHeadless(ParseResult arguments) => arguments.GetValue(_headless);

    /// <summary>The devices: those that were chosen before, but for what the options name. Another driver's names mean nothing to a driver.</summary>
    /// <param name="arguments">The options.</param>
    /// <param name="chosen">What was chosen before on this machine.</param>
    public DeviceSettings Devices(ParseResult arguments, DeviceSettings chosen)
    {
        string? driver = arguments.GetValue(_driver);
        DeviceSettings start = driver != null && driver != chosen.Driver ? new DeviceSettings { Driver = driver } : chosen;
        return start with
        {
            AudioOutput = arguments.GetValue(_audioOutput) ?? start.AudioOutput,
            AudioInput = arguments.GetValue(_audioInput) ?? start.AudioInput,
            MidiOutputs = arguments.GetValue(_midiOutputs) is { Length: > 0 } outputs ? outputs : start.MidiOutputs,
            MidiInputs = arguments.GetValue(_midiInputs) is { Length: > 0 } inputs ? inputs : start.MidiInputs,
            SampleRate = arguments.GetValue(_sampleRate) ?? start.SampleRate,
            BlockFrames = arguments.GetValue(_block) ?? start.BlockFrames,
        };
    }

    public bool Plays(ParseResult arguments) => arguments.GetValue(_play);

    public (string? Midi, string? Wav) Captures(ParseResult arguments) => (arguments.GetValue(_captureMidi), arguments.GetValue(_captureWav));

    public LiveDeviceRequest Request(ParseResult arguments, LiveChain chain, DeviceSettings devices) => devices.Over(new LiveDeviceRequest
    {
        Inputs = chain.InputCount,
        Outputs = chain.OutputCount,
        Connects = !arguments.GetValue(_noConnect),
        LeadsTime = arguments.GetValue(_leadTime),
    });

    /// <summary>The engine's settings: the session's, but for what the options name.</summary>
    public LiveOptions Engine(ParseResult arguments, Session session)
    {
        TryMeter(arguments.GetValue(_meter)!, out (int Numerator, int Denominator) meter);
        meter = IsGiven(arguments, _meter) ? meter : session.Meter;
        double bar = meter.Numerator * 4.0 / meter.Denominator;
        bool loops = TryBars(arguments.GetValue(_loop) ?? "", out (int From, int To) bars);
        return new LiveOptions
        {
            Tempo = IsGiven(arguments, _bpm) ? arguments.GetValue(_bpm) : session.Tempo,
            Meter = meter,
            Loop = loops ? ((bars.From - 1) * bar, bars.To * bar) : session.Loop,
            Source = SourceOf(arguments.GetValue(_sync)!)!.Value,
            SendsClock = arguments.GetValue(_clockOut),
        };
    }

    private static bool IsGiven(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };

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
