using System.Text;
using System.Text.Json;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// A program's name and values as JSON. A value stands under its parameter's id: a number is normalized, 0 to 1; a text is what a musician
/// reads, "62.5 %" or "1/4 beats". Values that are left out are the parameters' defaults.
/// </summary>
internal static class ProgramJson
{
    /// <summary>Reads a name.</summary>
    /// <exception cref="UserFileException">It is empty or too long.</exception>
    public static string ReadName(JsonCursor cursor)
    {
        string name = cursor.Text(1, PluginProgram.MaxNameBytes);
        return Encoding.UTF8.GetByteCount(name) <= PluginProgram.MaxNameBytes && !name.Contains('\uFFFD')
            ? name
            : throw cursor.Error($"a name has 1 to {PluginProgram.MaxNameBytes} bytes of UTF-8");
    }

    /// <summary>Reads values; those of parameters that only a newer version knows are kept with the program.</summary>
    /// <exception cref="UserFileException">A parameter is unknown or belongs to no program, or its value cannot be.</exception>
    public static void ReadValues(JsonCursor values, PluginProgram into)
    {
        List<(string, float)> unknown = [];
        foreach ((string id, JsonCursor value) in values.Members())
        {
            Parameter? parameter = ParameterTable.OfId(id);
            if (parameter is { BelongsToProgram: true })
            {
                ReadValue(value, parameter, into);
            }
            else if (parameter == null && values.IsNewer && value.Kind == JsonValueKind.Number)
            {
                unknown.Add((id, value.Normalized()));
            }
            else
            {
                value.Refuse("this version knows no such parameter of programs");
            }
        }

        into.Unknown = unknown;
    }

    /// <summary>
    /// Writes the values that are not their parameters' defaults, and the knobs always; those that step as what a musician reads, where
    /// that is the very value, and all others as numbers.
    /// </summary>
    public static void WriteValues(Utf8JsonWriter writer, PluginProgram program)
    {
        writer.WriteStartObject("values");
        foreach (Parameter parameter in ParameterTable.All)
        {
            float value = program[parameter];
            bool isKnob = parameter.Group == ParameterGroup.Space;
            if (!parameter.BelongsToProgram || (value == parameter.Default && !isKnob))
            {
                continue;
            }

            string text = $"{parameter.Range.Format(value)} {parameter.Range.Unit}".TrimEnd();
            if (parameter.Range.IsStepped && parameter.Range.TryParse(text, out float read) && read == value)
            {
                writer.WriteString(parameter.Id, text);
            }
            else
            {
                writer.WriteNumber(parameter.Id, value);
            }
        }

        foreach ((string id, float value) in program.Unknown)
        {
            writer.WriteNumber(id, value);
        }

        writer.WriteEndObject();
    }

    private static void ReadValue(JsonCursor value, Parameter parameter, PluginProgram into)
    {
        if (value.Kind != JsonValueKind.String)
        {
            into[parameter] = value.Normalized();
        }
        else if (parameter.Range.TryParse(value.Text(1, UserPreset.MaxTextLength), out float normalized))
        {
            into[parameter] = normalized;
        }
        else
        {
            value.Refuse("the parameter has no such value");
        }
    }
}
