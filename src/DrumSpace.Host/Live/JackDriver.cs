using DrumSpace.Host.Interop.Jack;

namespace DrumSpace.Host.Live;

/// <summary>JACK, or PipeWire in its place: audio, sample-accurate MIDI and a transport in one callback. Linux.</summary>
/// <remarks>Audio devices are the clients that have audio ports, for example "system"; MIDI devices are single ports.</remarks>
public sealed class JackDriver : LiveDriver
{
    /// <inheritdoc/>
    public override string Name => "jack";

    /// <inheritdoc/>
    public override IReadOnlyList<LiveDeviceInfo> List()
    {
        using JackClient client = JackClient.Open("DrumSpace list");
        return
        [
            .. Audio(client, LiveDeviceKind.AudioOutput, JackPortFlags.IsInput),
            .. Audio(client, LiveDeviceKind.AudioInput, JackPortFlags.IsOutput),
            .. client.Ports(JackLibrary.MidiType, JackPortFlags.IsInput).Select(port => new LiveDeviceInfo(LiveDeviceKind.MidiOutput, port)),
            .. client.Ports(JackLibrary.MidiType, JackPortFlags.IsOutput).Select(port => new LiveDeviceInfo(LiveDeviceKind.MidiInput, port)),
        ];
    }

    /// <inheritdoc/>
    public override LiveDevice Open(LiveDeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new JackDevice(request);
    }

    private static IEnumerable<LiveDeviceInfo> Audio(JackClient client, LiveDeviceKind kind, JackPortFlags flags) =>
        client.Ports(JackLibrary.AudioType, flags).GroupBy(JackWiring.ClientOf)
            .Select(ports => new LiveDeviceInfo(kind, ports.Key, $"{ports.Count()} channels"));
}
