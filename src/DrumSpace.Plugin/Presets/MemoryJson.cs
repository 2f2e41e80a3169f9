using System.Text.Json;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// Slots and locked rows as JSON: "slots" has the filled ones by number from 1, each with "knobs", "seed" and "locks"; "locks" has a row
/// per voice by its id, with its "threshold", "hits" as 32 characters, "x" for a hit, and 32 "probabilities", and,
/// where they are known, 32 "velocities", 0 to 1, and 32 "offsets", -0.5 to 0.5 steps.
/// </summary>
internal static partial class MemoryJson
{
    private const char Hit = 'x';
    private const char Rest = '-';

    /// <summary>Writes what a memory holds; nothing for an empty one.</summary>
    public static void Write(Utf8JsonWriter writer, PatternSlots memory)
    {
        if (memory.Slots.Any(slot => slot.IsFilled))
        {
            writer.WriteStartObject("slots");
            foreach ((int number, PatternSlot slot) in memory.Slots.Index().Where(item => item.Item.IsFilled))
            {
                writer.WriteStartObject($"{number + 1}");
                Knobs knobs = slot.Knobs;
                WriteList(writer, "knobs", [knobs[0], knobs[1], knobs[2], knobs[3]]);
                writer.WriteNumber("seed", slot.Seed);
                WriteRows(writer, slot.Pins);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        WriteRows(writer, memory.Pins);
    }

    /// <summary>Reads a memory.</summary>
    /// <exception cref="PresetException">A slot or a voice is unknown, or what it holds cannot be.</exception>
    public static PatternSlots Read(JsonPlace? slots, JsonPlace? locks)
    {
        PatternSlots memory = new();
        foreach ((string number, JsonPlace place) in slots?.Fields() ?? [])
        {
            int index = number.Length == 1 ? number[0] - '1' : -1;
            ReadSlot(place, index is >= 0 and < PatternSlots.Count ? memory.Slots[index] : throw place.Fault("there is no such slot"));
        }

        ReadRows(locks, memory.Pins);
        return memory;
    }

    private static void ReadSlot(JsonPlace place, PatternSlot slot)
    {
        Dictionary<string, JsonPlace> fields = place.Fields("knobs", "seed", "locks");
        if (!fields.TryGetValue("knobs", out JsonPlace knobs) || !fields.TryGetValue("seed", out JsonPlace seed))
        {
            throw place.Fault("a slot has knobs and a seed");
        }

        float[] positions = ReadList(knobs, Latent.Dimensions);
        slot.IsFilled = true;
        slot.Knobs = new Knobs(positions[0], positions[1], positions[2], positions[3]);
        slot.Seed = seed.Whole(1, ParameterTable.MaxSeed);
        ReadRows(fields.TryGetValue("locks", out JsonPlace locks) ? locks : null, slot.Pins);
    }

    private static void ReadRows(JsonPlace? place, PinnedRows rows)
    {
        foreach ((string id, JsonPlace row) in place?.Fields() ?? [])
        {
            bool isVoice = VoiceNames.TryFind(id, out Voice found);
            int voice = (int)found;
            Dictionary<string, JsonPlace> fields = row.Fields("threshold", "hits", "probabilities", Velocities, Offsets);
            if (!isVoice || !fields.TryGetValue("threshold", out JsonPlace threshold) || !fields.TryGetValue("hits", out JsonPlace played)
                || !fields.TryGetValue("probabilities", out JsonPlace probabilities))
            {
                throw row.Fault(!isVoice ? "there is no such voice" : "a row has a threshold, hits and probabilities");
            }

            string hits = played.Text(Pattern.StepCount, Pattern.StepCount);
            if (hits.Any(step => step is not (Hit or Rest)))
            {
                throw played.Fault($"hits are \"{Hit}\" and \"{Rest}\"");
            }

            uint mask = 0;
            for (int step = 0; step < hits.Length; step++)
            {
                mask |= (hits[step] == Hit ? 1u : 0) << step;
            }

            rows.Pin(voice, threshold.Normalized(), mask, ReadList(probabilities, Pattern.StepCount));
            ReadGroove(row, fields, rows, voice);
        }
    }

    private static void WriteRows(Utf8JsonWriter writer, PinnedRows rows)
    {
        if (rows.Voices == 0)
        {
            return;
        }

        writer.WriteStartObject("locks");
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((rows.Voices >> voice & 1) == 0)
            {
                continue;
            }

            int row = voice;
            uint hits = rows.HitsOf(voice);
            writer.WriteStartObject(VoiceNames.All[voice].Id);
            writer.WriteNumber("threshold", rows.Thresholds[voice]);
            writer.WriteString("hits", string.Create(Pattern.StepCount, hits, static (text, mask) =>
            {
                for (int step = 0; step < text.Length; step++)
                {
                    text[step] = (mask >> step & 1) != 0 ? Hit : Rest;
                }
            }));
            WriteList(
                writer, "probabilities", Enumerable.Range(0, Pattern.StepCount).Select(step => rows.Probabilities[(step * Pattern.VoiceCount) + row]));
            WriteGroove(writer, rows, voice);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<float> values, float low = 0, float high = 1)
    {
        writer.WriteStartArray(name);
        foreach (float value in values)
        {
            // What no decoder should give must not make a preset that cannot be read again.
            writer.WriteNumberValue(value >= low && value <= high ? value : 0);
        }

        writer.WriteEndArray();
    }

    private static float[] ReadList(JsonPlace place, int count, float low = 0, float high = 1)
    {
        JsonPlace[] items = place.Items();
        return items.Length == count ? Array.ConvertAll(items, item => item.Within(low, high)) : throw place.Fault($"{count} numbers are expected");
    }
}
