using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>A device as views show it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SampleRate">Frames per second; 0 while there is none.</param>
/// <param name="BlockFrames">Frames per block; 0 while there is none.</param>
/// <param name="Xruns">The dropouts so far.</param>
/// <param name="Failure">Why it is lost; null while it works.</param>
/// <param name="IsCapturing">Whether a capture is under way.</param>
internal sealed record HostDeviceState(string Name, double SampleRate, int BlockFrames, long Xruns, string? Failure, bool IsCapturing)
{
    /// <summary>The state while the device is lost.</summary>
    public static HostDeviceState None { get; } = new("no device", 0, 0, 0, "waiting for the device to come back", false);

    /// <summary>An open device's state.</summary>
    public static HostDeviceState Of(LiveDevice device, LiveEngine engine) => new(
        device.Name, device.SampleRate, device.BlockFrames, device.Xruns, device.Failure, engine.IsCapturing);
}
