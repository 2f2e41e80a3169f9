namespace DrumSpace.Host.Live;

/// <summary>The drivers of this system.</summary>
public static class LiveDrivers
{
    /// <summary>In the order in which they are tried: on Linux JACK, then ALSA; on Windows WASAPI.</summary>
    public static IReadOnlyList<LiveDriver> OfThisSystem { get; } =
        OperatingSystem.IsWindows() ? [new WasapiDriver()] : [new JackDriver(), new AlsaDriver()];

    /// <summary>A driver by name.</summary>
    /// <param name="name">As <see cref="LiveDriver.Name"/>.</param>
    /// <returns>The driver.</returns>
    /// <exception cref="ArgumentException">This system has no such driver; the message lists those it has.</exception>
    public static LiveDriver Find(string name) =>
        OfThisSystem.FirstOrDefault(driver => string.Equals(driver.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"There is no driver \"{name}\" here: {string.Join(", ", OfThisSystem.Select(driver => driver.Name))}.", nameof(name));
}
