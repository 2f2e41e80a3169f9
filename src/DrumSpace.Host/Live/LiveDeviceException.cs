namespace DrumSpace.Host.Live;

/// <summary>A device cannot be opened or started; the message is one sentence for a user and names the device or the library.</summary>
/// <param name="message">The reason.</param>
/// <param name="inner">What led to it.</param>
public sealed class LiveDeviceException(string message, Exception? inner = null) : Exception(message, inner);
