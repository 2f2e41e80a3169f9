namespace DrumSpace.Plugin.State;

/// <summary>
/// An instance's sections. Those that it does not know, because a newer version saved them, are kept as they are and saved again after its
/// own. Main thread.
/// </summary>
/// <param name="known">The instance's own, in the order in which they are saved and taken; <see cref="Add"/> adds to them.</param>
internal sealed class StateSections(IEnumerable<IStateSection> known)
{
    private readonly List<IStateSection> _known = [.. known];
    private IReadOnlyList<StateSection> _unknown = [];

    /// <summary>Adds a section, before the first state is read or written.</summary>
    public void Add(IStateSection section) => _known.Add(section);

    /// <summary>The sections that have something to keep.</summary>
    public IReadOnlyList<StateSection> Write()
    {
        IEnumerable<StateSection> own = _known.Select(section =>
        {
            using ChunkWriter writer = new();
            section.Write(writer);
            return new StateSection(section.Tag, 0, writer.ToArray());
        });
        return [.. own.Where(section => section.Content.Length > 0), .. _unknown];
    }

    /// <summary>Reads and checks sections.</summary>
    /// <param name="sections">All that a state has.</param>
    /// <returns>What takes them over; those that are not among them go back to their defaults.</returns>
    /// <exception cref="StateFormatException">One is damaged.</exception>
    public Action Read(IReadOnlyList<StateSection> sections)
    {
        Dictionary<string, StateSection> read = sections.ToDictionary(section => section.Tag);
        Action[] takes = [.. _known.Select(
            section => read.Remove(section.Tag, out StateSection? content) ? Read(section, content) : section.Reset)];
        return () =>
        {
            _unknown = [.. sections.Where(section => read.ContainsKey(section.Tag))];
            Array.ForEach(takes, take => take());
        };
    }

    private static Action Read(IStateSection section, StateSection content)
    {
        ChunkReader reader = new(content.Content, content.Offset);
        Action take = section.Read(ref reader);
        reader.End($"section {section.Tag}");
        return take;
    }
}
