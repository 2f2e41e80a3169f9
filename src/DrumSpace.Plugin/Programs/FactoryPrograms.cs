using System.Reflection;
using System.Text;
using System.Text.Json;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// The programs that the plugin brings: `presets/factory/programs.json`, embedded when the plugin is built. The file holds
/// { "format": 1, "programs": [ { "name": TEXT, "values": { PARAMETER ID: 0 to 1, ... } }, ... ] }.
/// </summary>
public static class FactoryPrograms
{
    private const string Resource = "factory/programs.json";
    private static readonly Lazy<byte[]> File = new(ReadResource);

    /// <summary>Makes a fresh copy of the factory's programs.</summary>
    public static PluginProgram[] Make() => Parse(File.Value);

    /// <summary>Reads a bank of programs.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <exception cref="InvalidDataException">The text is no bank: an unknown format, parameter or field, a value out of range.</exception>
    public static PluginProgram[] Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            int format = document.RootElement.GetProperty("format").GetInt32();
            if (format != 1)
            {
                throw new InvalidDataException($"{Resource}: format {format} is not known; this version reads format 1.");
            }

            PluginProgram[] programs = [.. document.RootElement.GetProperty("programs").EnumerateArray().Select(ParseProgram)];
            return programs.Length > 0 ? programs : throw new InvalidDataException($"{Resource}: there is no program in it.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{Resource}: {e.Message}", e);
        }
    }

    private static PluginProgram ParseProgram(JsonElement element, int number)
    {
        string name = element.GetProperty("name").GetString() ?? "";
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > PluginProgram.MaxNameBytes)
        {
            throw new InvalidDataException($"{Resource}: program {number}: a name has 1 to {PluginProgram.MaxNameBytes} bytes.");
        }

        PluginProgram program = new(name);
        foreach (JsonProperty property in element.GetProperty("values").EnumerateObject())
        {
            int index = ParameterTable.IndexOf(property.Name);
            float value = property.Value.GetSingle();
            if (index < 0 || !ParameterTable.All[index].BelongsToProgram || !(value is >= 0 and <= 1))
            {
                throw new InvalidDataException($"{Resource}: program {number} ({name}): \"{property.Name}\" cannot be {value}.");
            }

            program[index] = value;
        }

        return program;
    }

    private static byte[] ReadResource()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not in the library.");
        byte[] utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return utf8;
    }
}
