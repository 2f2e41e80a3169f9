namespace DrumSpace.Host.Interop.Alsa;

/// <summary>A port of another client of ALSA's sequencer.</summary>
/// <param name="Name">"client:port", as users know it.</param>
/// <param name="Client">The client's number, which may be another after a restart.</param>
/// <param name="Port">The port's number.</param>
internal sealed record AlsaMidiAddress(string Name, int Client, int Port)
{
    /// <summary>Whether it takes what we send.</summary>
    public bool Takes { get; init; }

    /// <summary>Whether it sends.</summary>
    public bool Sends { get; init; }

    /// <summary>The ports, with "#2" and so on behind a name that occurs again.</summary>
    public static List<AlsaMidiAddress> WithUniqueNames(IEnumerable<AlsaMidiAddress> ports) =>
    [
        .. ports.GroupBy(port => port.Name).SelectMany(
            group => group.Select((port, index) => index == 0 ? port : port with { Name = $"{port.Name} #{index + 1}" })),
    ];
}
