namespace DrumSpace.Host.Live;

/// <summary>A device that can be named in a <see cref="LiveDeviceRequest"/>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Its name, unique among its driver's devices of this kind.</param>
/// <param name="Description">What else a user wants to know; may be empty.</param>
public sealed record LiveDeviceInfo(LiveDeviceKind Kind, string Name, string Description = "");
