using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>
/// The devices that `drumspace host` uses on each machine: { "format": 1, "machines": { NAME: { "driver": ..., ... } } } in
/// `DrumSpace/host.json` of the user's settings folder, which several machines may share. Other machines' devices and members that this
/// version does not know are kept.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="machine">This machine's name.</param>
internal sealed class DeviceSettingsFile(string path, string machine)
{
    private const int Format = 1;
    private const int MaxBytes = 1 << 20;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The user's file, for this machine.</summary>
    public static DeviceSettingsFile OfUser => new(UserFolder.ConfigOf("host.json"), Environment.MachineName);

    /// <summary>This machine's devices; empty if none were chosen.</summary>
    /// <exception cref="FormatException">The file is damaged; the message names it and the member.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DeviceSettings Load()
    {
        JsonFields chosen = Read().Object("machines").Object(machine);
        return new DeviceSettings
        {
            Driver = chosen.Text("driver"),
            AudioOutput = chosen.Text("audioOutput"),
            AudioInput = chosen.Text("audioInput"),
            MidiOutputs = chosen.Texts("midiOutputs"),
            MidiInputs = chosen.Texts("midiInputs"),
            SampleRate = chosen.Number("sampleRate"),
            BlockFrames = (int?)chosen.Number("blockFrames"),
        };
    }

    /// <summary>Keeps this machine's devices.</summary>
    /// <param name="settings">Empty ones remove the machine.</param>
    /// <exception cref="FormatException">The file is damaged, and left as it is.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public void Save(DeviceSettings settings)
    {
        JsonObject root = Read().Content;
        root["format"] = Format;
        JsonObject machines = root["machines"] as JsonObject ?? [];
        JsonObject chosen = machines[machine] as JsonObject ?? [];
        Set(chosen, "driver", settings.Driver);
        Set(chosen, "audioOutput", settings.AudioOutput);
        Set(chosen, "audioInput", settings.AudioInput);
        Set(chosen, "midiOutputs", List(settings.MidiOutputs));
        Set(chosen, "midiInputs", List(settings.MidiInputs));
        Set(chosen, "sampleRate", settings.SampleRate);
        Set(chosen, "blockFrames", settings.BlockFrames);
        root["machines"] = machines;
        machines[machine] = chosen;
        if (chosen.Count == 0)
        {
            machines.Remove(machine);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(root, Indented));
    }

    private static void Set(JsonObject into, string name, JsonNode? value)
    {
        if (value == null)
        {
            into.Remove(name);
        }
        else
        {
            into[name] = value;
        }
    }

    private static JsonArray? List(IReadOnlyList<string> names) =>
        names.Count == 0 ? null : new JsonArray([.. names.Select(name => (JsonNode)name)]);

    private JsonFields Read()
    {
        JsonFields root = File.Exists(path) ? JsonFields.Parse(path, BoundedFile.Read(path, MaxBytes)) : new JsonFields(path, "", []);
        return root.Number("format") is null or Format
            ? root
            : throw new FormatException($"{path}: this version of DrumSpace reads format {Format} alone.");
    }
}
