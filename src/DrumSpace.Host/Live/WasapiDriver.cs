using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using DrumSpace.Host.Interop.Wasapi;
using DrumSpace.Host.Live.Streams;
using NAudio.CoreAudioApi;

namespace DrumSpace.Host.Live;

/// <summary>Windows: audio by WASAPI in shared mode, MIDI by WinMM. Audio is played alone, not recorded.</summary>
[SupportedOSPlatform("windows")]
public sealed class WasapiDriver : LiveDriver
{
    /// <inheritdoc/>
    public override string Name => "wasapi";

    /// <inheritdoc/>
    public override IReadOnlyList<LiveDeviceInfo> List()
    {
        List<LiveDeviceInfo> found = [];
        using MMDeviceEnumerator system = new();
        foreach (MMDevice device in system.EnumerateAudioEndPoints(DataFlow.Render, DeviceState.Active))
        {
            using (device)
            {
                found.Add(new LiveDeviceInfo(LiveDeviceKind.AudioOutput, device.FriendlyName));
            }
        }

        found.AddRange(WinMmPorts.Outputs.Select(name => new LiveDeviceInfo(LiveDeviceKind.MidiOutput, name)));
        found.AddRange(WinMmPorts.Inputs.Select(name => new LiveDeviceInfo(LiveDeviceKind.MidiInput, name)));
        return found;
    }

    /// <inheritdoc/>
    public override LiveDevice Open(LiveDeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Inputs > 0)
        {
            throw new LiveDeviceException("On Windows the bridge records no audio: choose a plugin without audio inputs.");
        }

        WasapiAudio audio = OpenAudio(request);
        try
        {
            return new StreamDevice(audio, new WinMmPorts(request), request.Inputs, request.Outputs);
        }
        catch
        {
            audio.Dispose();
            throw;
        }
    }

    private static WasapiAudio OpenAudio(LiveDeviceRequest request)
    {
        using MMDeviceEnumerator system = new();
        using MMDevice device = Find(system, request.AudioOutput);
        try
        {
            return new WasapiAudio(device, request);
        }
        catch (COMException e)
        {
            throw new LiveDeviceException($"The audio device \"{device.FriendlyName}\" cannot be opened: {e.Message}", e);
        }
    }

    private static MMDevice Find(MMDeviceEnumerator system, string? name)
    {
        if (name == null)
        {
            return system.TryGetDefaultAudioEndpoint(DataFlow.Render, Role.Multimedia, out MMDevice? standard) && standard != null
                ? standard
                : throw new LiveDeviceException("Windows has no audio device.");
        }

        foreach (MMDevice device in system.EnumerateAudioEndPoints(DataFlow.Render, DeviceState.Active))
        {
            if (device.FriendlyName == name)
            {
                return device;
            }

            device.Dispose();
        }

        throw new LiveDeviceException($"There is no audio device \"{name}\" now; --list-devices shows those that there are.");
    }
}
