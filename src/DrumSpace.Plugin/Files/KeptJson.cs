using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrumSpace.Plugin.Files;

/// <summary>Writes the JSON of a <see cref="KeptFile"/>.</summary>
internal static class KeptJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of a file: UTF-8, the same for the same content.</summary>
    /// <param name="root">The known members, "format" first.</param>
    /// <param name="unknown">What a newer version wrote and this one does not know; null for nothing.</param>
    public static byte[] Write(JsonObject root, UnknownMembers? unknown)
    {
        unknown?.MergeInto(root);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            root.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
