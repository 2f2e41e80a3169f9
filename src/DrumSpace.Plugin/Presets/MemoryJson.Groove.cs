using System.Text.Json;
using DrumSpace.Music;

namespace DrumSpace.Plugin.Presets;

/// <summary>How the locked rows are played.</summary>
internal static partial class MemoryJson
{
    private const string Velocities = "velocities";
    private const string Offsets = "offsets";
    private const float MaxOffset = 0.5f;

    private static void WriteGroove(Utf8JsonWriter writer, PinnedRows rows, int voice)
    {
        if ((rows.GrooveVoices >> voice & 1) != 0)
        {
            WriteList(writer, Velocities, RowOf(rows.Velocities, voice));
            WriteList(writer, Offsets, RowOf(rows.Offsets, voice), -MaxOffset, MaxOffset);
        }
    }

    private static void ReadGroove(JsonPlace row, Dictionary<string, JsonPlace> fields, PinnedRows rows, int voice)
    {
        bool hasVelocities = fields.TryGetValue(Velocities, out JsonPlace velocities);
        if (hasVelocities != fields.TryGetValue(Offsets, out JsonPlace offsets))
        {
            throw row.Fault("a row has both velocities and offsets, or neither");
        }

        if (hasVelocities)
        {
            rows.SetGroove(voice, ReadList(velocities, Pattern.StepCount), ReadList(offsets, Pattern.StepCount, -MaxOffset, MaxOffset));
        }
    }

    private static IEnumerable<float> RowOf(float[] cells, int voice) =>
        Enumerable.Range(0, Pattern.StepCount).Select(step => cells[(step * Pattern.VoiceCount) + voice]);
}
