using System.Text.Json;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// Slots and pinned rows as JSON: "slots" has the filled ones by number from 1, each with "knobs", "seed" and "locks"; "locks" has the rows
/// as
/// <see cref="RowsJson"/> tells.
/// </summary>
internal static class SlotsJson
{
    /// <summary>Writes the slots that are filled and the rows that are pinned.</summary>
    public static void Write(Utf8JsonWriter writer, PatternSlots slots)
    {
        if (slots.Slots.Any(slot => slot.IsFilled))
        {
            writer.WriteStartObject("slots");
            foreach ((int number, PatternSlot slot) in slots.Slots.Index().Where(item => item.Item.IsFilled))
            {
                writer.WriteStartObject($"{number + 1}");
                Knobs knobs = slot.Knobs;
                RowsJson.WriteList(writer, "knobs", [knobs[0], knobs[1], knobs[2], knobs[3]]);
                writer.WriteNumber("seed", slot.Seed);
                RowsJson.Write(writer, slot.Pins);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        RowsJson.Write(writer, slots.Pins);
    }

    /// <summary>Reads the members "slots" and "locks"; null where there is neither.</summary>
    /// <exception cref="UserFileException">A slot or a voice is unknown, or what it holds cannot be.</exception>
    public static PatternSlots? Read(Dictionary<string, JsonCursor> preset)
    {
        PatternSlots read = new();
        bool hasSlots = preset.TryGetValue("slots", out JsonCursor slots);
        bool hasLocks = preset.TryGetValue("locks", out JsonCursor locks);
        foreach ((string number, JsonCursor slot) in hasSlots ? slots.Members() : [])
        {
            int index = number.Length == 1 ? number[0] - '1' : -1;
            if (index is >= 0 and < PatternSlots.Count)
            {
                ReadSlot(slot, read.Slots[index]);
            }
            else
            {
                slot.Refuse("there is no such slot");
            }
        }

        if (hasLocks)
        {
            RowsJson.Read(locks, read.Pins);
        }

        return hasSlots || hasLocks ? read : null;
    }

    private static void ReadSlot(JsonCursor cursor, PatternSlot slot)
    {
        Dictionary<string, JsonCursor> members = cursor.Members(["knobs", "seed"], "locks");
        float[] positions = RowsJson.ReadList(members["knobs"], Latent.Dimensions);
        slot.IsFilled = true;
        slot.Knobs = new Knobs(positions[0], positions[1], positions[2], positions[3]);
        slot.Seed = members["seed"].Whole(1, ParameterTable.MaxSeed);
        if (members.TryGetValue("locks", out JsonCursor locks))
        {
            RowsJson.Read(locks, slot.Pins);
        }
    }
}
