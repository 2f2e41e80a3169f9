using System.Globalization;
using System.Text;
using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>Everything that a state or a preset holds as text, a line a thing; values at their defaults are left out.</summary>
internal static class StateListing
{
    // The factory's programs when the states of the fixtures were saved; those after them are not theirs.
    private const int MaxPrograms = 65;

    public static string Of(PluginCore core, int programs)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"current {core.Programs.Current}\n");
        text.Append($"values{Values(parameter => core.Parameters[parameter], parameter => !parameter.IsCommand)}\n");
        for (int number = 0; number < Math.Min(programs, MaxPrograms); number++)
        {
            PluginProgram program = core.Programs[number];
            text.Append(CultureInfo.InvariantCulture, $"program {number} \"{program.Name}\"{Values(program)}\n");
        }

        text.Append(Of(core.Slots));
        text.Append($"kit \"{core.KitMap.Name}\" {Convert.ToHexString(core.KitMap.Notes)} {Convert.ToHexString(core.KitMap.Voices)}\n");
        text.Append($"model missing \"{core.MissingModel}\"\n");
        return text.Append(ControllersOf(core)).ToString();
    }

    public static string Of(UserPreset preset)
    {
        string head = $"preset \"{preset.Program.Name}\" genre \"{preset.Genre}\" author \"{preset.Author}\" model \"{preset.Model}\" {preset.Fingerprint}";
        return $"{head}{Values(preset.Program)}\n{(preset.Slots == null ? "no slots\n" : Of(preset.Slots))}";
    }

    private static string Values(PluginProgram program) => Values(parameter => program[parameter], parameter => parameter.BelongsToProgram);

    private static string Values(Func<Parameter, float> value, Func<Parameter, bool> isListed) => string.Concat(ParameterTable.All
        .Where(parameter => isListed(parameter) && value(parameter) != parameter.Default)
        .Select(parameter => string.Create(CultureInfo.InvariantCulture, $" {parameter.Id}={value(parameter):R}")));

    private static string Of(PatternSlots memory)
    {
        StringBuilder text = new();
        AppendRows(text, "pinned", memory.Pins);
        foreach ((int number, PatternSlot slot) in memory.Slots.Index().Where(item => item.Item.IsFilled))
        {
            Knobs knobs = slot.Knobs;
            text.Append(CultureInfo.InvariantCulture, $"slot {number + 1} {knobs[0]:R} {knobs[1]:R} {knobs[2]:R} {knobs[3]:R} seed {slot.Seed}\n");
            AppendRows(text, $"slot {number + 1}", slot.Pins);
        }

        return text.ToString();
    }

    private static void AppendRows(StringBuilder text, string owner, PinnedRows rows)
    {
        foreach (int voice in Enumerable.Range(0, Pattern.VoiceCount).Where(voice => (rows.Voices >> voice & 1) != 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{owner} row {voice} {rows.Thresholds[voice]:R} {rows.HitsOf(voice):X8}");
            text.Append(" probabilities").Append(Row(rows.Probabilities));
            if ((rows.GrooveVoices >> voice & 1) != 0)
            {
                text.Append(" velocities").Append(Row(rows.Velocities)).Append(" offsets").Append(Row(rows.Offsets));
            }

            text.Append('\n');
            string Row(float[] cells) => string.Concat(
                cells.Where((_, cell) => cell % Pattern.VoiceCount == voice).Select(cell => string.Create(CultureInfo.InvariantCulture, $" {cell:R}")));
        }
    }

    // Which parameters each controller moves, found by trying it. Last of all, because it moves them.
    private static string ControllersOf(PluginCore core)
    {
        core.Resume();
        StringBuilder text = new("controllers");
        NoMidi output = new();
        for (byte controller = 1; controller < 120; controller++)
        {
            float[] low = Send(0);
            float[] high = Send(127);
            foreach (Parameter parameter in ParameterTable.All.Where(parameter => low[parameter.Index] != high[parameter.Index]))
            {
                text.Append(CultureInfo.InvariantCulture, $" {controller}:{parameter.Id}");
            }

            float[] Send(byte value)
            {
                core.QueueMidi(new MidiEvent(0, 0xB0, controller, value));
                core.Process(default, 64, default, RenderSpeed.RealTime, output);
                return [.. ParameterTable.All.Select(parameter => core.Parameters[parameter])];
            }
        }

        return text.Append('\n').ToString();
    }

    private sealed class NoMidi : MidiSink
    {
        public override void Add(in MidiEvent midi)
        {
        }
    }
}
