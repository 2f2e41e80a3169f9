using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrumSpace.Plugin.Files;

/// <summary>What a JSON file of a newer format has that this version does not know: it is written again where it was.</summary>
internal sealed class UnknownMembers
{
    private readonly List<(string[] Path, JsonElement Value)> _members = [];

    /// <summary>Notes a member.</summary>
    /// <param name="path">The names that lead to it, its own last.</param>
    /// <param name="value">Its value.</param>
    public void Add(string[] path, JsonElement value) => _members.Add((path, value));

    /// <summary>Puts all of them into an object.</summary>
    /// <param name="root">The root of a file that has the rest.</param>
    public void MergeInto(JsonObject root)
    {
        foreach ((string[] path, JsonElement value) in _members)
        {
            JsonObject parent = root;
            foreach (string name in path[..^1])
            {
                parent = (JsonObject)(parent[name] ??= new JsonObject());
            }

            parent[path[^1]] = JsonNode.Parse(value.GetRawText());
        }
    }
}
