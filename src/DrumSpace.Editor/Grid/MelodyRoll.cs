using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Music.Melody;
using SkiaSharp;

namespace DrumSpace.Editor.Grid;

/// <summary>The melody's notes over the same steps as the drums.</summary>
internal sealed class MelodyRoll(IWidgetHost host, GridPicture picture) : Widget
{
    private const int LeastRange = 12;

    private static readonly string[] PitchClasses = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    private string _lowest = "";
    private string _highest = "";
    private (int Low, int High) _named = (-1, -1);

    /// <inheritdoc/>
    public override string Name => "Melody";

    /// <inheritdoc/>
    public override string Role => "piano roll";

    /// <inheritdoc/>
    public override string Value => string.Join(' ', Steps().Select(step => step.IsNote ? NameOf(step.Note) : step.IsTie ? "-" : "."));

    /// <inheritdoc/>
    public override void PaintMoving(Painter painter)
    {
        SongPosition position = host.Model.Playing.Position;
        if (position.IsPlaying)
        {
            float x = new GridGeometry(Bounds).XOf(position.Step);
            painter.Line(x, Bounds.Top, x, Bounds.Bottom, painter.Theme.Playhead, 1.5f);
        }
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        GridGeometry geometry = new(Bounds);
        geometry.PaintCells(painter, 1, Bounds.Height);
        MelodyPhrase phrase = picture.Pattern.Melody;
        (int low, int high) = RangeOf(phrase);
        if (low > high)
        {
            painter.Text("The melody rests, or the model has none.", Bounds.MidX, Bounds.MidY, theme.Quiet, TextStyle.Small, Align.Center);
            return;
        }

        NameRange(low, high);
        int rows = Math.Max(high - low + 1, LeastRange);
        float row = (Bounds.Height - 8) / rows, height = Math.Max(row, 4);
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            if (!phrase[step].IsNote)
            {
                continue;
            }

            int end = step + 1;
            while (end < MelodyPhrase.StepCount && phrase[end].IsTie)
            {
                end++;
            }

            float y = Bounds.Bottom - 4 - ((phrase[step].Note - low + 1) * row);
            painter.Fill(new SKRect(geometry.XOf(step) + 1, y, geometry.XOf(end - 1) + geometry.CellWidth - 1, y + height),
                theme.Melody, 2);
        }

        painter.Text(_highest, Bounds.Left - 8, Bounds.Top + 8, theme.Quiet, TextStyle.Small, Align.Right);
        painter.Text(_lowest, Bounds.Left - 8, Bounds.Bottom - 8, theme.Quiet, TextStyle.Small, Align.Right);
    }

    private static (int Low, int High) RangeOf(in MelodyPhrase phrase)
    {
        (int low, int high) = (128, -1);
        foreach (MelodyStep step in phrase)
        {
            if (step.IsNote)
            {
                (low, high) = (Math.Min(low, step.Note), Math.Max(high, step.Note));
            }
        }

        return (low, high);
    }

    // Middle C is C4, as in the rest of the product.
    private static string NameOf(int note) => $"{PitchClasses[note % 12]}{(note / 12) - 1}";

    private void NameRange(int low, int high)
    {
        if (_named != (low, high))
        {
            (_named, _lowest, _highest) = ((low, high), NameOf(low), NameOf(high));
        }
    }

    private IEnumerable<MelodyStep> Steps()
    {
        MelodyPhrase phrase = picture.Pattern.Melody;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            yield return phrase[step];
        }
    }
}
