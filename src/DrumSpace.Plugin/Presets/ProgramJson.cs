using System.Text;
using System.Text.Json;
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
    /// <exception cref="PresetException">It is empty or too long.</exception>
    public static string ReadName(JsonPlace place)
    {
        string name = place.Text(1, PluginProgram.MaxNameBytes);
        return Encoding.UTF8.GetByteCount(name) <= PluginProgram.MaxNameBytes && !name.Contains('\uFFFD')
            ? name
            : throw place.Fault($"a name has 1 to {PluginProgram.MaxNameBytes} bytes of UTF-8");
    }

    /// <summary>Reads values.</summary>
    /// <exception cref="PresetException">A parameter is unknown or belongs to no program, or its value cannot be.</exception>
    public static void ReadValues(JsonPlace values, PluginProgram into)
    {
        foreach ((string id, JsonPlace value) in values.Fields())
        {
            if (ParameterTable.OfId(id) is not { BelongsToProgram: true } parameter)
            {
                throw value.Fault("this version knows no such parameter of programs");
            }

            into[parameter.Index] = value.Kind == JsonValueKind.String ? ReadText(value, parameter.Range) : value.Normalized();
        }
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
            float value = program[parameter.Index];
            bool isKnob = parameter.Group == ParameterGroup.Space;
            if (!parameter.BelongsToProgram || (value == parameter.Default && !isKnob))
            {
                continue;
            }

            string text = parameter.Range.Unit.Length > 0 ? $"{parameter.Range.Format(value)} {parameter.Range.Unit}" : parameter.Range.Format(value);
            if (parameter.Range.IsStepped && parameter.Range.TryParse(text, out float read) && read == value)
            {
                writer.WriteString(parameter.Id, text);
            }
            else
            {
                writer.WriteNumber(parameter.Id, value);
            }
        }

        writer.WriteEndObject();
    }

    private static float ReadText(JsonPlace value, ParameterRange range) =>
        range.TryParse(value.Text(1, UserPreset.MaxTextLength), out float normalized)
            ? normalized
            : throw value.Fault("the parameter has no such value");
}
