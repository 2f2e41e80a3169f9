using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>The devices that a machine's user chose. Null or empty is the system's default.</summary>
internal sealed record DeviceSettings
{
    /// <summary>The driver's name; null for the first that works.</summary>
    public string? Driver { get; init; }

    /// <summary>The device that plays.</summary>
    public string? AudioOutput { get; init; }

    /// <summary>The device that records.</summary>
    public string? AudioInput { get; init; }

    /// <summary>The MIDI ports to send to.</summary>
    public IReadOnlyList<string> MidiOutputs { get; init; } = [];

    /// <summary>The MIDI ports to receive from.</summary>
    public IReadOnlyList<string> MidiInputs { get; init; } = [];

    /// <summary>Frames per second.</summary>
    public double? SampleRate { get; init; }

    /// <summary>Frames per block.</summary>
    public int? BlockFrames { get; init; }

    /// <summary>Whether nothing was chosen.</summary>
    public bool IsEmpty => this is
    {
        Driver: null, AudioOutput: null, AudioInput: null, MidiOutputs.Count: 0, MidiInputs.Count: 0, SampleRate: null, BlockFrames: null,
    };

    /// <summary>What is asked of a driver.</summary>
    /// <param name="request">The rest of the request.</param>
    public LiveDeviceRequest Over(LiveDeviceRequest request) => request with
    {
        AudioOutput = AudioOutput,
        AudioInput = AudioInput,
        MidiOutputs = MidiOutputs,
        MidiInputs = MidiInputs,
        SampleRate = SampleRate,
        BlockFrames = BlockFrames,
    };
}
