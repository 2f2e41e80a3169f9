using DrumSpace.Host.Live;

namespace DrumSpace.Host.Interop.Jack;

/// <summary>
/// The connections that a request asks for, checked before the client plays; then those that the user has made. Main thread.
/// </summary>
internal sealed unsafe class JackWiring
{
    private readonly JackClient _client;
    private readonly string[] _playback;
    private readonly string[] _capture;
    private readonly IReadOnlyList<string> _midiOutputs;
    private readonly IReadOnlyList<string> _midiInputs;
    private List<(string Source, string Destination)>? _kept;

    /// <exception cref="LiveDeviceException">A named device or port is not there.</exception>
    public JackWiring(JackClient client, LiveDeviceRequest request)
    {
        _client = client;
        _playback = AudioPorts(request, request.AudioOutput, JackPortFlags.IsInput);
        _capture = AudioPorts(request, request.AudioInput, JackPortFlags.IsOutput);
        _midiOutputs = MidiPorts(request.MidiOutputs, JackPortFlags.IsInput);
        _midiInputs = MidiPorts(request.MidiInputs, JackPortFlags.IsOutput);
    }

    /// <summary>The client's part of a port's full name.</summary>
    public static string ClientOf(string port) => port[..Math.Max(0, port.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>Keeps an active client's connections, which the server removes with its deactivation, for the next activation.</summary>
    public void Keep(nint[] inputs, nint[] outputs, nint midiIn, nint midiOut) => _kept =
    [
        .. outputs.Append(midiOut).SelectMany(port => _client.Connections(port).Select(other => (NameOf(port), other))),
        .. inputs.Append(midiIn).SelectMany(port => _client.Connections(port).Select(other => (other, NameOf(port)))),
    ];

    /// <summary>Makes the connections of an active client: what the request asks for, or what was kept.</summary>
    /// <exception cref="LiveDeviceException">The server refuses one that was asked for.</exception>
    public void Connect(nint[] inputs, nint[] outputs, nint midiIn, nint midiOut)
    {
        if (_kept != null)
        {
            foreach ((string source, string destination) in _kept)
            {
                // The other program may have ended in the meantime.
                _ = _client.TryConnect(source, destination);
            }

            return;
        }

        for (int channel = 0; channel < Math.Min(outputs.Length, _playback.Length); channel++)
        {
            _client.Connect(NameOf(outputs[channel]), _playback[channel]);
        }

        for (int channel = 0; channel < Math.Min(inputs.Length, _capture.Length); channel++)
        {
            _client.Connect(_capture[channel], NameOf(inputs[channel]));
        }

        foreach (string port in _midiOutputs)
        {
            _client.Connect(NameOf(midiOut), port);
        }

        foreach (string port in _midiInputs)
        {
            _client.Connect(port, NameOf(midiIn));
        }
    }

    private static string NameOf(nint port) => JackClient.Text(JackLibrary.jack_port_name(port));

    // By default the machine's first sound card, where there is one; a name is a client's, and never replaced by another.
    private string[] AudioPorts(LiveDeviceRequest request, string? name, JackPortFlags flags)
    {
        if (name == null)
        {
            IReadOnlyList<string> physical = request.Connects ? _client.Ports(JackLibrary.AudioType, flags | JackPortFlags.IsPhysical) : [];
            return [.. physical.Where(port => ClientOf(port) == ClientOf(physical[0]))];
        }

        IReadOnlyList<string> all = _client.Ports(JackLibrary.AudioType, flags);
        string[] ports = [.. all.Where(port => ClientOf(port) == name)];
        return ports.Length > 0 ? ports : throw Missing("audio device", name, all.Select(ClientOf));
    }

    private IReadOnlyList<string> MidiPorts(IReadOnlyList<string> names, JackPortFlags flags)
    {
        IReadOnlyList<string> all = names.Count > 0 ? _client.Ports(JackLibrary.MidiType, flags) : [];
        return names.FirstOrDefault(name => !all.Contains(name)) is { } missing ? throw Missing("MIDI port", missing, all) : names;
    }

    private static LiveDeviceException Missing(string kind, string name, IEnumerable<string> others)
    {
        string[] there = [.. others.Distinct()];
        string list = there.Length > 0 ? $"there are {string.Join(", ", there)}" : "there are none";
        return new LiveDeviceException($"JACK has no {kind} \"{name}\"; {list}.");
    }
}
