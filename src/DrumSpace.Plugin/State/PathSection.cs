using DrumSpace.Music;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The song's path, if it has one: u8 number of points, 2 to 64, and four f32 for each, the knobs' positions from 0 to 1.
/// </summary>
/// <param name="get">The path; null for none.</param>
/// <param name="set">Takes another path over.</param>
internal sealed class PathSection(Func<KnobPath?> get, Action<KnobPath?> set) : IStateSection
{
    private const string OwnTag = "PATH";

    /// <inheritdoc/>
    public string Tag => OwnTag;

    /// <summary>The path of a state; null where it has none.</summary>
    /// <param name="sections">The state's sections, which were checked.</param>
    public static KnobPath? Of(IReadOnlyList<StateSection> sections)
    {
        if (sections.FirstOrDefault(section => section.Tag == OwnTag) is not { Content.Length: > 0 } section)
        {
            return null;
        }

        ChunkReader reader = new(section.Content, section.Offset);
        return Read(ref reader);
    }

    /// <inheritdoc/>
    public void Write(ChunkWriter writer)
    {
        if (get() is not { } path)
        {
            return;
        }

        writer.Write((byte)path.Points.Count);
        foreach (Knobs point in path.Points)
        {
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                writer.Write(point[axis]);
            }
        }
    }

    /// <inheritdoc/>
    Action IStateSection.Read(ref ChunkReader reader)
    {
        KnobPath path = Read(ref reader);
        return () => set(path);
    }

    /// <inheritdoc/>
    public void Reset() => set(null);

    private static KnobPath Read(ref ChunkReader reader)
    {
        int start = reader.Offset;
        Knobs[] points = new Knobs[reader.ReadByte("the number of the path's points")];
        if (points.Length is < KnobPath.MinPoints or > KnobPath.MaxPoints)
        {
            throw new StateFormatException(
                start, $"the path has {points.Length} points; it must have {KnobPath.MinPoints} to {KnobPath.MaxPoints}.");
        }

        foreach (ref Knobs point in points.AsSpan())
        {
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                point[axis] = reader.ReadNormalized("a point of the path");
            }
        }

        return new KnobPath(points);
    }
}
