using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>`--list-devices`: what each driver has, with the names that options take.</summary>
internal static class DeviceListing
{
    private static readonly (LiveDeviceKind Kind, string Title, string Option)[] Sections =
    [
        (LiveDeviceKind.AudioOutput, "audio outputs", "--audio-output"),
        (LiveDeviceKind.AudioInput, "audio inputs", "--audio-input"),
        (LiveDeviceKind.MidiOutput, "MIDI outputs", "--midi-output"),
        (LiveDeviceKind.MidiInput, "MIDI inputs", "--midi-input"),
    ];

    /// <summary>Prints the devices of drivers, and why a driver has none.</summary>
    /// <param name="drivers">The drivers of this system.</param>
    /// <param name="output">Receives the text.</param>
    public static void Print(IEnumerable<LiveDriver> drivers, TextWriter output)
    {
        foreach (LiveDriver driver in drivers)
        {
            output.WriteLine($"--driver {driver.Name}");
            try
            {
                Print(driver.List(), output);
            }
            catch (LiveDeviceException e)
            {
                output.WriteLine($"  {e.Message}");
            }
        }
    }

    private static void Print(IReadOnlyList<LiveDeviceInfo> devices, TextWriter output)
    {
        foreach ((LiveDeviceKind kind, string title, string option) in Sections)
        {
            LiveDeviceInfo[] found = [.. devices.Where(device => device.Kind == kind)];
            output.WriteLine(found.Length == 0 ? $"  no {title}" : $"  {title} ({option})");
            foreach (LiveDeviceInfo device in found)
            {
                output.WriteLine(device.Description.Length == 0 ? $"    {device.Name}" : $"    {device.Name}    {device.Description}");
            }
        }
    }
}
