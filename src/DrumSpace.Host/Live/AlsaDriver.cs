using DrumSpace.Host.Interop.Alsa;
using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Live;

/// <summary>ALSA: audio by its PCM devices, MIDI by ports of its sequencer, whose queue times what goes out.</summary>
/// <remarks>Loads libasound.so.2 when it is first used.</remarks>
public sealed class AlsaDriver : LiveDriver
{
    private const string DefaultPcm = "default";
    private const double DefaultRate = 48000;
    private const int DefaultBlock = 256;

    /// <inheritdoc/>
    public override string Name => "alsa";

    /// <inheritdoc/>
    /// <remarks>The PCM devices that ALSA's configuration names, then the sequencer's ports; none of the latter where the kernel has no sequencer.</remarks>
    public override IReadOnlyList<LiveDeviceInfo> List()
    {
        AlsaErrors.Load();
        List<LiveDeviceInfo> found = [];
        foreach ((string name, string description, bool plays, bool records) in AlsaHints.List())
        {
            if (plays)
            {
                found.Add(new LiveDeviceInfo(LiveDeviceKind.AudioOutput, name, description));
            }

            if (records)
            {
                found.Add(new LiveDeviceInfo(LiveDeviceKind.AudioInput, name, description));
            }
        }

        foreach (AlsaMidiAddress port in Ports())
        {
            if (port.Takes)
            {
                found.Add(new LiveDeviceInfo(LiveDeviceKind.MidiOutput, port.Name));
            }

            if (port.Sends)
            {
                found.Add(new LiveDeviceInfo(LiveDeviceKind.MidiInput, port.Name));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    /// <remarks>Without a sequencer the device has no MIDI and says so (<see cref="LiveDevice.Notice"/>); a request that names a MIDI port is refused.</remarks>
    public override LiveDevice Open(LiveDeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AlsaErrors.Load();
        AlsaAudio audio = new(
            request, request.AudioOutput ?? DefaultPcm, request.AudioInput ?? DefaultPcm, request.SampleRate ?? DefaultRate,
            request.BlockFrames ?? DefaultBlock);
        try
        {
            return new StreamDevice(audio, OpenMidi(request), request.Inputs, request.Outputs);
        }
        catch
        {
            audio.Dispose();
            throw;
        }
    }

    private static MidiPort OpenMidi(LiveDeviceRequest request)
    {
        try
        {
            return new AlsaSequencer(request);
        }
        catch (LiveDeviceException e) when (request.MidiInputs.Count + request.MidiOutputs.Count == 0)
        {
            return new NoMidiPort($"There is no MIDI: {e.Message}");
        }
    }

    private static IReadOnlyList<AlsaMidiAddress> Ports()
    {
        try
        {
            return AlsaSequencer.List();
        }
        catch (LiveDeviceException)
        {
            return [];
        }
    }
}
