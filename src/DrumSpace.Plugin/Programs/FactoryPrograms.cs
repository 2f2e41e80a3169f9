using System.Reflection;
using System.Text.Json;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Presets;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// The programs that the plugin brings: `presets/factory/programs.json` and `essentials.json`, embedded when it is built. Each holds
/// { "format": 1, "programs": [ { "name": TEXT, "genre": TEXT, "values": { PARAMETER ID: VALUE, ... } }, ... ] }, values as in presets.
/// </summary>
public static class FactoryPrograms
{
    private const int Format = 1;
    private static readonly Lazy<PluginProgram[]> Programs = new(() => ReadResource("factory/programs.json"));
    private static readonly Lazy<PluginProgram[]> Essentials = new(() => ReadResource("factory/essentials.json"));

    /// <summary>Makes a fresh copy of the programs that were chosen to differ, genre by genre.</summary>
    public static PluginProgram[] Make() => [.. Programs.Value.Select(program => program.Copy())];

    /// <summary>Makes a fresh copy of the essentials: beats that are typical of their genre.</summary>
    public static PluginProgram[] MakeEssentials() => [.. Essentials.Value.Select(program => program.Copy())];

    /// <summary>Reads a bank of programs.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="file">The name that errors give it.</param>
    /// <exception cref="UserFileException">The text is no bank: an unknown format, parameter or field, a value out of range.</exception>
    public static PluginProgram[] Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        JsonCursor programs = JsonCursor.Parse(utf8, file).OfFormat(Format, out _, out _).Members(["format", "programs"])["programs"];
        PluginProgram[] read = [.. programs.Items().Select(ParseProgram)];
        return read.Length is > 0 and <= ProgramBank.MaxCount
            ? read
            : throw programs.Error($"a bank has 1 to {ProgramBank.MaxCount} programs");
    }

    /// <summary>Writes a bank as <see cref="Parse"/> reads it, a line a program; the same bytes for the same programs.</summary>
    /// <param name="programs">1 to 128 programs, each with its genre if it has one.</param>
    public static byte[] Write(IReadOnlyList<UserPreset> programs)
    {
        using MemoryStream stream = new();
        stream.Write("{\n  \"format\": 1,\n  \"programs\": ["u8);
        for (int number = 0; number < programs.Count; number++)
        {
            stream.Write(number == 0 ? "\n    "u8 : ",\n    "u8);
            using Utf8JsonWriter writer = new(stream);
            writer.WriteStartObject();
            writer.WriteString("name", programs[number].Program.Name);
            if (programs[number].Genre.Length > 0)
            {
                writer.WriteString("genre", programs[number].Genre);
            }

            ProgramJson.WriteValues(writer, programs[number].Program);
            writer.WriteEndObject();
        }

        stream.Write("\n  ]\n}\n"u8);
        return stream.ToArray();
    }

    private static PluginProgram ParseProgram(JsonCursor cursor)
    {
        Dictionary<string, JsonCursor> members = cursor.Members(["name", "values"], "genre");
        PluginProgram program = new(ProgramJson.ReadName(members["name"]))
        {
            Genre = members.TryGetValue("genre", out JsonCursor genre) ? genre.Text(0, UserPreset.MaxTextLength) : "",
        };
        ProgramJson.ReadValues(members["values"], program);
        return program;
    }

    private static PluginProgram[] ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not in the library.");
        byte[] utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return Parse(utf8, name);
    }
}
