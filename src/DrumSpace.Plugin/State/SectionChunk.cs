using System.Text;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The sections within a state, little-endian: u16 number of sections, then per section four characters of its tag, u16 length in bytes,
/// and its bytes. Sections at their default are left out. Main thread.
/// </summary>
internal static class SectionChunk
{
    private const int TagSize = 4;

    /// <summary>Writes the sections that have something to keep, in the order given.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<IStateSection> sections)
    {
        (string Tag, byte[] Content)[] kept =
            [.. sections.Select(section => (section.Tag, Content: ContentOf(section))).Where(section => section.Content.Length > 0)];
        writer.Write((ushort)kept.Length);
        foreach ((string tag, byte[] content) in kept)
        {
            writer.Write(Encoding.ASCII.GetBytes(tag));
            writer.Write(checked((ushort)content.Length));
            writer.Write(content);
        }
    }

    /// <summary>Reads and checks the sections.</summary>
    /// <param name="reader">At the number of sections.</param>
    /// <param name="sections">Those that this version knows.</param>
    /// <param name="isAbsent">Whether the chunk is of a version without sections.</param>
    /// <returns>What takes them over; those that the chunk does not have go back to their defaults.</returns>
    /// <exception cref="StateFormatException">One is damaged, unknown, or there twice.</exception>
    public static Action Read(ref ChunkReader reader, IReadOnlyList<IStateSection> sections, bool isAbsent)
    {
        Dictionary<string, Action> taking = [];
        int count = isAbsent ? 0 : reader.ReadUInt16("the number of sections");
        for (int number = 0; number < count; number++)
        {
            int start = reader.Offset;
            string tag = reader.ReadTag(TagSize, "a section's tag");
            int length = reader.ReadUInt16("a section's length");
            IStateSection section = sections.FirstOrDefault(known => known.Tag == tag || known is PassedOverSection)
                ?? throw new StateFormatException(start, $"section {tag} is not known to this version.");
            ChunkReader content = reader.ReadPart(length, $"section {tag}");
            if (!taking.TryAdd(tag, section.Read(ref content)))
            {
                throw new StateFormatException(start, $"section {tag} is there twice.");
            }

            if (content.Remaining > 0)
            {
                throw new StateFormatException(content.Offset, $"{content.Remaining} bytes follow the end of section {tag}.");
            }
        }

        return () =>
        {
            foreach (IStateSection section in sections)
            {
                taking.GetValueOrDefault(section.Tag, section.Reset)();
            }
        };
    }

    private static byte[] ContentOf(IStateSection section)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        section.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
