using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// Values within a state, little-endian: u16 count, then per value the parameter's id as a text and the normalized value as a float. Values
/// at their parameters' defaults are left out, but for the switch of the slot keys, and commands always. Main thread.
/// </summary>
internal static class ValuesChunk
{
    /// <summary>Writes the values of a program or of the song, and after them those that this version does not know.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The values, which other threads may change meanwhile.</param>
    /// <param name="ofProgram">Whether they are of a program.</param>
    public static void Write(ChunkWriter writer, ParameterValues values, bool ofProgram)
    {
        (string Id, float Value)[] written =
        [
            .. ParameterTable.All.Where(parameter => parameter.BelongsToProgram == ofProgram && !parameter.IsCommand)
                .Select(parameter => (parameter, Value: values[parameter]))
                .Where(item => item.Value != item.parameter.Default || item.parameter == ParameterTable.SlotKeysOn)
                .Select(item => (item.parameter.Id, item.Value)),
            .. values.Unknown,
        ];
        writer.Write(checked((ushort)written.Length));
        foreach ((string id, float value) in written)
        {
            writer.WriteText(id);
            writer.Write(value);
        }
    }

    /// <summary>Reads values of a program or of the song.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="values">Takes the values over; all at their defaults.</param>
    /// <param name="ofProgram">Whether they are of a program.</param>
    /// <returns>The ids of the parameters that have a value there.</returns>
    /// <exception cref="StateFormatException">A value is out of range, there twice, or of no such parameter.</exception>
    public static IReadOnlySet<string> Read(ref ChunkReader reader, ParameterValues values, bool ofProgram)
    {
        HashSet<string> ids = [];
        List<(string, float)> unknown = [];
        int count = reader.ReadUInt16("the number of values");
        for (int number = 0; number < count; number++)
        {
            int start = reader.Offset;
            string id = reader.ReadText(byte.MaxValue, "a parameter's id");
            float value = reader.ReadNormalized($"the value of {id}");
            Parameter? parameter = ParameterTable.OfId(id);
            if (!ids.Add(id) || (parameter != null && (parameter.BelongsToProgram != ofProgram || parameter.IsCommand)))
            {
                string problem = ids.Count <= number ? "there twice" : "in the wrong place";
                throw new StateFormatException(start, $"the value of {id} is {problem}.");
            }

            if (parameter == null)
            {
                unknown.Add((id, value));
            }
            else
            {
                values[parameter] = value;
            }
        }

        values.Unknown = unknown;
        return ids;
    }
}
