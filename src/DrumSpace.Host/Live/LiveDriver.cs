namespace DrumSpace.Host.Live;

/// <summary>A system of devices: JACK, ALSA, WASAPI. Makes <see cref="LiveDevice"/>s. Main thread.</summary>
/// <remarks>Native libraries are loaded by the first method, not by making the driver.</remarks>
public abstract class LiveDriver
{
    /// <summary>The name for the command line and the settings: "jack", "alsa", "wasapi".</summary>
    public abstract string Name { get; }

    /// <summary>The devices that there are now.</summary>
    /// <returns>Audio and MIDI devices.</returns>
    /// <exception cref="LiveDeviceException">No server runs, no permission, or the system's library is missing.</exception>
    public abstract IReadOnlyList<LiveDeviceInfo> List();

    /// <summary>Opens a device.</summary>
    /// <param name="request">What is wanted.</param>
    /// <returns>An open device, not started.</returns>
    /// <exception cref="LiveDeviceException">
    /// No server runs, no permission, the system's library is missing, or a named device is gone. Another is never taken in its place.
    /// </exception>
    public abstract LiveDevice Open(LiveDeviceRequest request);
}
