using DrumSpace.Abi.Clap;
using DrumSpace.Abi.Vst2;
using DrumSpace.Host;

namespace DrumSpace.Cli.Commands;

/// <summary>The output of `drumspace play --list`.</summary>
internal static class PluginListing
{
    public static void Print(HostedPlugin plugin, TextWriter output)
    {
        (string version, string kind, string id, string midiIn, string midiOut) = plugin switch
        {
            Vst2Plugin vst => ($"{vst.Version}", vst.Flags.HasFlag(EffectFlags.IsSynth) ? "instrument" : "effect", Id(vst.UniqueId),
                Answer(vst.CanDo("receiveVstMidiEvent")), Answer(vst.CanDo("sendVstMidiEvent"))),
            ClapPlugin clap => (clap.Version, string.Join(", ", clap.Features), clap.Id,
                Answer(clap.NoteDialects(isInput: true)), Answer(clap.NoteDialects(isInput: false))),
            Vst3Plugin vst3 => (vst3.Version, string.Join(", ", vst3.SubCategories), vst3.Id,
                vst3.HasEventInput ? "yes" : "no", vst3.HasEventOutput ? "yes" : "no"),
            _ => throw new ArgumentException($"{plugin.Path}: a {plugin.GetType().Name} cannot be listed."),
        };
        output.WriteLine($"{plugin.Name} by {(plugin.Vendor.Length > 0 ? plugin.Vendor : "unknown")}, version {version}, {kind}");
        string state = plugin.HasState ? "chunk" : "parameters";
        string outputs = $"{plugin.InputCount} inputs, {plugin.OutputCount} outputs";
        output.WriteLine($"id {id}, {outputs}, latency {plugin.Latency} frames, state {state}");
        output.WriteLine($"MIDI in: {midiIn}, MIDI out: {midiOut}");
        output.WriteLine($"parameters: {plugin.Parameters.Count}");
        foreach (PluginParameter parameter in plugin.Parameters)
        {
            string text = $"{parameter.Display} {parameter.Label}".Trim();
            string value = Terminal.Number(parameter.Value, "0.000");
            output.WriteLine($"  {parameter.Index,3}  {parameter.Name,-24} {value}  {text}");
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
        _ => "unknown",
    };

    private static string Answer(ClapNoteDialects dialects) => dialects == ClapNoteDialects.None ? "no" : $"yes ({dialects})";

    private static string Id(int id)
    {
        char[] letters = [(char)(id >> 24 & 0xFF), (char)(id >> 16 & 0xFF), (char)(id >> 8 & 0xFF), (char)(id & 0xFF)];
        return letters.All(char.IsAsciiLetterOrDigit) ? $"'{new string(letters)}'" : $"0x{id:X8}";
    }
}
