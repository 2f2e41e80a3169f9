using System.Globalization;
using DrumSpace.Abi.Vst2;
using DrumSpace.Host;

namespace DrumSpace.Cli.Commands;

/// <summary>What `drumspace play --list` shows of a plugin.</summary>
internal static class PluginListing
{
    public static void Print(Vst2Plugin plugin, TextWriter output)
    {
        string kind = plugin.Flags.HasFlag(EffectFlags.IsSynth) ? "instrument" : "effect";
        output.WriteLine($"{plugin.Name} by {(plugin.Vendor.Length > 0 ? plugin.Vendor : "unknown")}, version {plugin.Version}, {kind}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"id {Id(plugin.UniqueId)}, {plugin.InputCount} inputs, {plugin.OutputCount} outputs, latency {plugin.Latency} frames, state {(plugin.HasState ? "chunk" : "parameters")}"));
        output.WriteLine($"MIDI in: {Answer(plugin.CanDo("receiveVstMidiEvent"))}, MIDI out: {Answer(plugin.CanDo("sendVstMidiEvent"))}");
        output.WriteLine($"parameters: {plugin.Parameters.Count}");
        foreach (PluginParameter parameter in plugin.Parameters)
        {
            string text = $"{parameter.Display} {parameter.Label}".Trim();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {parameter.Index,3}  {parameter.Name,-24} {parameter.Value:0.000}  {text}"));
        }

        output.WriteLine($"programs: {plugin.ProgramCount}");
        for (int program = 0; program < plugin.ProgramCount; program++)
        {
            output.WriteLine($"  {program,3}  {plugin.GetProgramName(program)}");
        }
    }

    private static string Answer(int canDo) => canDo switch
    {
        1 => "yes",
        -1 => "no",
        _ => "not said",
    };

    private static string Id(int id)
    {
        char[] letters = [(char)(id >> 24 & 0xFF), (char)(id >> 16 & 0xFF), (char)(id >> 8 & 0xFF), (char)(id & 0xFF)];
        return letters.All(char.IsAsciiLetterOrDigit) ? $"'{new string(letters)}'" : $"0x{id:X8}";
    }
}
