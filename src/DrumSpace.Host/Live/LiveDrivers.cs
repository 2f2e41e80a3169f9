namespace DrumSpace.Host.Live;

/// <summary>The drivers of this system, the preferred one first.</summary>
public static class LiveDrivers
{
    /// <summary>The drivers; making them loads nothing.</summary>
    public static IReadOnlyList<LiveDriver> All { get; } =
        OperatingSystem.IsLinux() ? [new JackDriver(), new AlsaDriver()] : OperatingSystem.IsWindows() ? [new WasapiDriver()] : [];

    /// <summary>Opens a device of a driver, or of the first driver that has one.</summary>
    /// <param name="name">The driver's name; null for any.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="opened">The driver that has it.</param>
    /// <returns>An open device, not started.</returns>
    /// <exception cref="LiveDeviceException">There is no such driver, or none opens a device; the message has each driver's reason.</exception>
    public static LiveDevice Open(string? name, LiveDeviceRequest request, out LiveDriver opened)
    {
        LiveDriver[] drivers = [.. All.Where(driver => name is null || driver.Name == name)];
        if (drivers.Length == 0)
        {
            string there = string.Join(", ", All.Select(driver => driver.Name));
            throw new LiveDeviceException(name is null
                ? "This system has no driver for live playing."
                : $"There is no driver \"{name}\"; there are: {(there.Length > 0 ? there : "none")}.");
        }

        List<string> reasons = [];
        foreach (LiveDriver driver in drivers)
        {
            try
            {
                opened = driver;
                return driver.Open(request);
            }
            catch (LiveDeviceException reason)
            {
                reasons.Add(drivers.Length > 1 ? $"{driver.Name}: {reason.Message}" : reason.Message);
            }
        }

        throw new LiveDeviceException(string.Join(" ", reasons));
    }
}
