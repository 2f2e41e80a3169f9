using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Plugin.Window;

/// <summary>The learnt space, for the window.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class EditorSpace(PluginCore core, EditQueue edits) : IEditorSpace
{
    private const int MaxFound = 8;

    private KnobMap? _known;
    private SpaceMap? _map;
    private IReadOnlyList<AxisLabel>? _labels;
    private IReadOnlyList<AxisName> _axes = [];

    /// <inheritdoc/>
    public SpaceMap? Map
    {
        get
        {
            KnobMap? map = core.Map;
            if (map != _known)
            {
                _known = map;
                _map = map == null ? null : Convert(map);
            }

            return _map;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AxisName> Axes
    {
        get
        {
            IReadOnlyList<AxisLabel>? labels = core.AxisLabels;
            if (labels != _labels)
            {
                _labels = labels;
                _axes = labels == null ? [] : [.. labels.Select(label => new AxisName(label.Name, label.Description))];
            }

            return _axes;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Knobs> Path
    {
        get => core.Path;
        set => core.SetPath(value);
    }

    /// <inheritdoc/>
    public string Point => core.WritePoint();

    /// <inheritdoc/>
    public bool TryDecode(in Knobs knobs, DecodedPattern into) => core.PatternAt(knobs, into);

    /// <inheritdoc/>
    public IReadOnlyList<FoundPlace> Find(string path) =>
        [.. core.FindNearestClip(path, MaxFound).Select(found => new FoundPlace(found.Knobs, found.Pattern, found.Similarity))];

    /// <inheritdoc/>
    public bool GoTo(string line)
    {
        // The main thread takes it over, and tells why it takes a bad one not.
        edits.Post(() => core.ReadPoint(line));
        try
        {
            PatternPoint.Parse(line);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static SpaceMap Convert(KnobMap map)
    {
        SpacePoint[] points = new SpacePoint[map.Points.Length];
        for (int number = 0; number < points.Length; number++)
        {
            // The model's map has its origin at the bottom.
            KnobMapPoint point = map.Points[number];
            points[number] = new SpacePoint(point.X, 1 - point.Y, point.Knobs, (byte)point.Genre);
        }

        return new SpaceMap(map.Genres, points);
    }
}
