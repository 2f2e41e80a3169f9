using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Grid;

/// <summary>
/// The steps of the pattern as it plays. A click sets or clears a hit, a drag along a row sets or clears all that it passes; that locks the
/// drum. With the keyboard the arrow keys choose a step and space sets it.
/// </summary>
internal sealed class PatternGrid(IWidgetHost host, GridPicture picture, GridRows rows) : Widget
{
    private const float LeastLikely = 0.12f;

    private static readonly WidgetAction[] GridActions = [WidgetAction.Toggle];

    private Voice _drawnVoice;
    private int _drawnStep = -1;
    private bool _isDrawingHits;
    private int _cursorRow;
    private int _cursorStep;

    /// <inheritdoc/>
    public override string Name => "Pattern";

    /// <inheritdoc/>
    public override string Role => "grid";

    /// <inheritdoc/>
    public override string Value => string.Join(
        "; ", rows.Shown.Select(voice => $"{VoiceName.Of(voice)} {string.Concat(Enumerable.Range(0, Pattern.StepCount).Select(
            step => picture.Strength[CellOf(voice, step)] > 0 ? 'x' : '.'))}"));

    /// <inheritdoc/>
    public override string Range => "32 steps of each drum";

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => GridActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <summary>The steps of the row that the keyboard is at: all rows would be a flood of news whenever the pattern changes.</summary>
    public override IReadOnlyList<string> Lines =>
    [
        .. rows.Shown.Skip(CursorRow).Take(1).SelectMany(voice => Enumerable.Range(0, Pattern.StepCount).Select(
            step => $"{VoiceName.Of(voice)} {step + 1}{(picture.Strength[CellOf(voice, step)] > 0 ? ", hit" : "")}")),
    ];

    /// <inheritdoc/>
    public override int FirstLine => CursorRow * Pattern.StepCount;

    /// <inheritdoc/>
    public override int CurrentLine => FirstLine + _cursorStep;

    /// <summary>The rows that are scrolled off at the top.</summary>
    public int FirstRow { get; set; }

    private int CursorRow => Math.Clamp(_cursorRow, 0, Math.Max(0, rows.Shown.Count - 1));

    private GridGeometry Geometry => new(Bounds);

    /// <inheritdoc/>
    public override void PaintMoving(Painter painter)
    {
        SongPosition position = host.Model.Playing.Position;
        if (!position.IsPlaying)
        {
            return;
        }

        SKColor color = painter.Theme.Playhead;
        GridGeometry geometry = Geometry;
        float bottom = Bounds.Top + (Math.Min(rows.Room, rows.Shown.Count - FirstRow) * rows.Height);
        float x = geometry.XOf(position.Step), left = geometry.XOf(Math.Floor(position.Step));
        painter.Fill(SKRect.Create(left, Bounds.Top, geometry.CellWidth, bottom - Bounds.Top), color.WithAlpha(26), 3);
        painter.Line(x, Bounds.Top - 2, x, bottom + 2, color, 1.5f);
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        GridGeometry geometry = Geometry;
        int count = Math.Min(rows.Room, rows.Shown.Count - FirstRow);
        geometry.PaintCells(painter, count, rows.Height);
        for (int row = 0; row < count; row++)
        {
            PaintRow(painter, geometry, rows.Shown[FirstRow + row], Bounds.Top + (row * rows.Height));
        }

        if (state.IsFocused && count > 0)
        {
            int row = Math.Clamp(_cursorRow - FirstRow, 0, count - 1);
            SKRect cursor = geometry.CellOf(_cursorStep, Bounds.Top + (row * rows.Height), rows.Height);
            painter.Focus(cursor, state);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Left && VoiceAt(hand.Y) is { } voice && Geometry.StepAt(hand.X) is { } step)
        {
            (_drawnVoice, _drawnStep) = (voice, step);
            _isDrawingHits = picture.Strength[CellOf(voice, step)] == 0;
            host.Model.Playing.SetHit(voice, step, _isDrawingHits);
            host.Invalidate(this);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_drawnStep < 0 || Geometry.StepAt(hand.X) is not { } step || step == _drawnStep)
        {
            return;
        }

        // All that lies between, for a hand that is faster than the window.
        int way = Math.Sign(step - _drawnStep);
        while (_drawnStep != step)
        {
            _drawnStep += way;
            if ((picture.Strength[CellOf(_drawnVoice, _drawnStep)] > 0) != _isDrawingHits)
            {
                host.Model.Playing.SetHit(_drawnVoice, _drawnStep, _isDrawingHits);
            }
        }

        host.Invalidate(this);
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand) => _drawnStep = -1;

    /// <inheritdoc/>
    public override SKRect PlaceOfLine(int line)
    {
        int row = (line / Pattern.StepCount) - FirstRow;
        return row >= 0 && row < rows.Room
            ? Geometry.CellOf(line % Pattern.StepCount, Bounds.Top + (row * rows.Height), rows.Height)
            : SKRect.Empty;
    }

    /// <inheritdoc/>
    public override void ChooseLine(int line)
    {
        (_cursorRow, _cursorStep) = Math.DivRem(line, Pattern.StepCount);
        Press(WidgetAction.Toggle.Input);
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Left }:
                _cursorStep = Math.Max(0, _cursorStep - 1);
                break;
            case { Key: Key.Right }:
                _cursorStep = Math.Min(Pattern.StepCount - 1, _cursorStep + 1);
                break;
            case { Key: Key.Up }:
                _cursorRow = Math.Max(0, _cursorRow - 1);
                break;
            case { Key: Key.Down }:
                _cursorRow = Math.Min(rows.Shown.Count - 1, _cursorRow + 1);
                break;
            case { Key: Key.Character, Character: ' ' } or { Key: Key.Enter }:
                Voice voice = rows.Shown[Math.Min(_cursorRow, rows.Shown.Count - 1)];
                host.Model.Playing.SetHit(voice, _cursorStep, picture.Strength[CellOf(voice, _cursorStep)] == 0);
                break;
            default:
                return false;
        }

        FirstRow = Math.Clamp(FirstRow, Math.Max(0, _cursorRow - rows.Room + 1), _cursorRow);
        host.Invalidate(this);
        return true;
    }

    private static int CellOf(Voice voice, int step) => (step * Pattern.VoiceCount) + (int)voice;

    private Voice? VoiceAt(float y)
    {
        int row = FirstRow + (int)((y - Bounds.Top) / rows.Height);
        return row >= FirstRow && row < Math.Min(rows.Shown.Count, FirstRow + rows.Room) ? rows.Shown[row] : null;
    }

    private void PaintRow(Painter painter, GridGeometry geometry, Voice voice, float top)
    {
        Theme theme = painter.Theme;
        SKColor color = (rows.Silent >> (int)voice & 1) != 0 ? theme.Quiet.WithAlpha(110) : theme.Accent;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            int cell = CellOf(voice, step);
            SKRect place = geometry.CellOf(step, top, rows.Height);
            float strength = picture.Strength[cell], likely = picture.Likely[cell];
            if (strength > 0)
            {
                float height = (place.Height - 4) * (0.4f + (0.6f * strength));
                float x = place.Left + 2 + (picture.Offset[cell] * place.Width);
                painter.Fill(SKRect.Create(x, place.Bottom - 2 - height, place.Width - 4, height),
                    color.WithAlpha((byte)(color.Alpha * (0.43f + (0.57f * strength)))), 2.5f);
            }
            else if (likely > LeastLikely)
            {
                painter.Disc(place.MidX, place.MidY, 1.5f + (1.5f * likely), color.WithAlpha((byte)(color.Alpha * 0.6f * likely)));
            }
        }
    }
}
