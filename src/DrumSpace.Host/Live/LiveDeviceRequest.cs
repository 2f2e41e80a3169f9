namespace DrumSpace.Host.Live;

/// <summary>What is wanted of a <see cref="LiveDriver"/>. Names are those of <see cref="LiveDeviceInfo"/>; null is the system's default.</summary>
public sealed record LiveDeviceRequest
{
    /// <summary>The name that other programs see.</summary>
    public string ClientName { get; init; } = "DrumSpace";

    /// <summary>The number of audio inputs, from 0.</summary>
    public int Inputs { get; init; }

    /// <summary>The number of audio outputs, from 0.</summary>
    public int Outputs { get; init; } = 2;

    /// <summary>The device that plays.</summary>
    public string? AudioOutput { get; init; }

    /// <summary>The device that records; for <see cref="Inputs"/> above 0.</summary>
    public string? AudioInput { get; init; }

    /// <summary>The MIDI ports to send to; empty for none but a virtual port, where the system has such.</summary>
    public IReadOnlyList<string> MidiOutputs { get; init; } = [];

    /// <summary>The MIDI ports to receive from; empty for none but a virtual port, where the system has such.</summary>
    public IReadOnlyList<string> MidiInputs { get; init; } = [];

    /// <summary>Frames per second; null for the device's own. A server's rate cannot be chosen.</summary>
    public double? SampleRate { get; init; }

    /// <summary>Frames per block; null for the device's own. A server's block cannot be chosen.</summary>
    public int? BlockFrames { get; init; }

    /// <summary>Whether to connect the audio outputs to <see cref="AudioOutput"/>; false for a server whose user makes the connections.</summary>
    public bool Connects { get; init; } = true;

    /// <summary>Whether to give the device's transport a tempo and a musical position, where no other program does.</summary>
    public bool LeadsTime { get; init; }
}
