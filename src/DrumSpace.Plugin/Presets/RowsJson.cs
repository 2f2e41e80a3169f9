using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// Pinned rows as JSON: a row per voice by its id, with its "threshold", "hits" as 32 characters, "x" for a hit, and 32 "probabilities",
/// and, where they are known, 32 "velocities", 0 to 1, and 32 "offsets", -0.5 to 0.5 steps.
/// </summary>
internal static class RowsJson
{
    private const char Hit = 'x';
    private const char Rest = '-';
    private const string Threshold = "threshold";
    private const string Hits = "hits";
    private const string Probabilities = "probabilities";
    private const string Velocities = "velocities";
    private const string Offsets = "offsets";
    private const float MaxOffset = 0.5f;

    /// <summary>Writes rows as the member "locks"; nothing where no voice is pinned.</summary>
    public static void Write(Utf8JsonWriter writer, PinnedRows rows)
    {
        if (rows.Voices == 0)
        {
            return;
        }

        writer.WriteStartObject("locks");
        foreach (int voice in Enumerable.Range(0, Pattern.VoiceCount).Where(voice => (rows.Voices >> voice & 1) != 0))
        {
            uint hits = rows.HitsOf(voice);
            writer.WriteStartObject(VoiceNames.All[voice].Id);
            writer.WriteNumber(Threshold, rows.Thresholds[voice]);
            writer.WriteString(
                Hits, string.Concat(Enumerable.Range(0, Pattern.StepCount).Select(step => (hits >> step & 1) != 0 ? Hit : Rest)));
            WriteList(writer, Probabilities, RowOf(rows.Probabilities, voice));
            if ((rows.GrooveVoices >> voice & 1) != 0)
            {
                WriteList(writer, Velocities, RowOf(rows.Velocities, voice));
                WriteList(writer, Offsets, RowOf(rows.Offsets, voice), -MaxOffset, MaxOffset);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads rows into rows of which no voice is pinned.</summary>
    /// <exception cref="UserFileException">A voice is unknown, or its row cannot be.</exception>
    public static void Read(JsonCursor locks, PinnedRows rows)
    {
        foreach ((string id, JsonCursor row) in locks.Members())
        {
            if (VoiceNames.TryFind(id, out Voice voice))
            {
                ReadRow(row, (int)voice, rows);
            }
            else
            {
                row.Refuse("there is no such voice");
            }
        }
    }

    /// <summary>Writes a list of numbers.</summary>
    public static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<float> values, float low = 0, float high = 1)
    {
        writer.WriteStartArray(name);
        foreach (float value in values)
        {
            // What no decoder should give must not make a preset that cannot be read again.
            writer.WriteNumberValue(value >= low && value <= high ? value : 0);
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a list of numbers of a range.</summary>
    /// <exception cref="UserFileException">It is none, or not as long as it has to be.</exception>
    public static float[] ReadList(JsonCursor cursor, int count, float low = 0, float high = 1)
    {
        JsonCursor[] items = cursor.Items();
        return items.Length == count
            ? Array.ConvertAll(items, item => item.Within(low, high))
            : throw cursor.Error($"{count} numbers are expected");
    }

    private static void ReadRow(JsonCursor row, int voice, PinnedRows rows)
    {
        Dictionary<string, JsonCursor> members = row.Members([Threshold, Hits, Probabilities], Velocities, Offsets);
        string hits = members[Hits].Text(Pattern.StepCount, Pattern.StepCount);
        uint mask = 0;
        for (int step = 0; step < hits.Length; step++)
        {
            mask |= hits[step] switch
            {
                Hit => 1u << step,
                Rest => 0u,
                _ => throw members[Hits].Error($"hits are \"{Hit}\" and \"{Rest}\""),
            };
        }

        rows.Pin(voice, members[Threshold].Normalized(), mask, ReadList(members[Probabilities], Pattern.StepCount));
        bool hasVelocities = members.TryGetValue(Velocities, out JsonCursor velocities);
        if (hasVelocities != members.TryGetValue(Offsets, out JsonCursor offsets))
        {
            throw row.Error("a row has both velocities and offsets, or neither");
        }

        if (hasVelocities)
        {
            rows.SetGroove(voice, ReadList(velocities, Pattern.StepCount), ReadList(offsets, Pattern.StepCount, -MaxOffset, MaxOffset));
        }
    }

    private static IEnumerable<float> RowOf(float[] cells, int voice) =>
        Enumerable.Range(0, Pattern.StepCount).Select(step => cells[(step * Pattern.VoiceCount) + voice]);
}
