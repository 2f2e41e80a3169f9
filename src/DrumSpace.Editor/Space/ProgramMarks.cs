using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>The programs on the map: a ring each, and the names of the current and the starred ones.</summary>
internal sealed class ProgramMarks(IEditorModel model)
{
    private const float Reach = 6;
    private const float NamesFromZoom = 4;

    private IReadOnlyList<EditorProgram>? _programs;
    private SKPoint[] _places = [];
    private SKRect[] _names = [];
    private int _nameCount;
    private int _current = -1;

    /// <summary>Follows the programs.</summary>
    /// <returns>Whether they look otherwise.</returns>
    public bool Follow(MapGuide guide, bool isNewMap)
    {
        IReadOnlyList<EditorProgram> programs = model.Programs.All;
        int current = model.Programs.Current;
        bool isOther = current != _current || !ReferenceEquals(programs, _programs) || isNewMap;
        if (!ReferenceEquals(programs, _programs) || isNewMap)
        {
            _programs = programs;
            _places = guide.PlacesOf(programs, program => program.Knobs);
            _names = new SKRect[_places.Length];
        }

        _current = current;
        return isOther;
    }

    /// <summary>The program at a point of the window; null for none.</summary>
    public EditorProgram? At(in MapViewport view, float x, float y)
    {
        EditorProgram? best = null;
        float nearest = Reach * Reach;
        for (int index = 0; index < _places.Length; index++)
        {
            SKPoint at = view.ToWindow(_places[index].X, _places[index].Y);
            float distance = ((at.X - x) * (at.X - x)) + ((at.Y - y) * (at.Y - y));
            if (distance < nearest && IsMarked(_programs![index]))
            {
                (best, nearest) = (_programs[index], distance);
            }
        }

        return best;
    }

    /// <summary>Paints the programs.</summary>
    public void Paint(Painter painter, in MapViewport view, SKRect within)
    {
        Theme theme = painter.Theme;
        _nameCount = 0;
        for (int index = 0; index < _places.Length; index++)
        {
            EditorProgram program = _programs![index];
            SKPoint at = view.ToWindow(_places[index].X, _places[index].Y);
            if (!IsMarked(program) || !within.Contains(at.X, at.Y))
            {
                continue;
            }

            // A ring around the point, which keeps its genre's colour.
            SKColor color = theme.Text.WithAlpha(program.IsStarred ? (byte)255 : (byte)150);
            painter.Circle(at.X, at.Y, program.Number == _current ? 6 : 4, color, 1.3f);
            if (program.IsStarred || view.Zoom >= NamesFromZoom)
            {
                PaintName(painter, program.Name, at);
            }
        }
    }

    // A name is left out where it would cover another's.
    private void PaintName(Painter painter, string name, SKPoint at)
    {
        SKRect room = SKRect.Create(at.X + 9, at.Y - 6, painter.Measure(name, TextStyle.Small), 12);
        for (int index = 0; index < _nameCount; index++)
        {
            if (_names[index].IntersectsWith(room))
            {
                return;
            }
        }

        _names[_nameCount++] = room;
        painter.Text(name, room.Left, at.Y, painter.Theme.Text, TextStyle.Small);
    }

    // Empty places of the bank have no genre and lie all at one point.
    private static bool IsMarked(EditorProgram program) => program.Genre.Length > 0 || program.IsStarred;
}
