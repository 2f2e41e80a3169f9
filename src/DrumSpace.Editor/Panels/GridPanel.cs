using DrumSpace.Editor.Grid;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The drums, step by step, and the melody below them.</summary>
internal sealed class GridPanel : Panel
{
    private const float Margin = 12;
    private const float Top = 10;
    private const float RollHeight = 58;
    private const string MuteSuffix = "-mute";

    private readonly IWidgetHost _host;
    private readonly GridPicture _picture;
    private readonly GridRows _rows = new();
    private readonly DrumRow[] _heads;
    private readonly PatternGrid _grid;
    private readonly MelodyRoll _roll;
    private readonly Button _fold;
    private readonly int _melodyOn;
    private int _firstRow = -1;
    private bool _hasMelody;
    private string _folded = "";

    /// <summary>Makes the panel.</summary>
    public GridPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        _host = host;
        _picture = new GridPicture(host.Model);
        _melodyOn = host.Model.Parameters.Named("mel-on").Index;
        string[] ids =
        [
            .. host.Model.Parameters.All.Where(one => one.Id.EndsWith(MuteSuffix, StringComparison.Ordinal)).Select(
                one => one.Id[..^MuteSuffix.Length]),
        ];
        float left = Margin + DrumRow.Width + 8;
        float width = bounds.Width - left - Margin;
        _heads = [.. ids.Select((id, voice) => Add(new DrumRow(host, (Voice)voice, id), Margin, Top, DrumRow.Width, 24))];
        _grid = Add(new PatternGrid(host, _picture, _rows), left, Top, width, bounds.Height - (2 * Top));
        _roll = Add(new MelodyRoll(host, _picture), left, bounds.Height - RollHeight - Top, width, RollHeight);
        _fold = Add(new Button("All drums", ToggleRows)
        {
            IsOn = () => _rows.IsUnfolded,
            Hint = "Shows all 14 drums, or those alone that play.",
        }, Margin, bounds.Height - 34, 84, 24);
    }

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        bool isOther = _picture.Follow();
        (int held, int muted, int solo) = (0, 0, 0);
        for (int voice = 0; voice < _heads.Length; voice++)
        {
            held |= _heads[voice].IsHeld ? 1 << voice : 0;
            muted |= _heads[voice].IsMuted ? 1 << voice : 0;
            solo |= _heads[voice].IsSolo ? 1 << voice : 0;
        }

        // A change of a head repaints the panel.
        _rows.Silent = muted | (solo == 0 ? 0 : ~solo);

        bool hasMelody = _host.Model.Parameters[_melodyOn] >= 0.5f;
        if (_rows.Follow(_picture.Voices | held, HeightFor(hasMelody)) || hasMelody != _hasMelody || _firstRow != _grid.FirstRow)
        {
            _hasMelody = hasMelody;
            Arrange();
            isOther = true;
        }

        return isOther;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        base.Paint(painter, state);
        painter.Text(_folded, _fold.Bounds.Right + 10, _fold.Bounds.MidY, painter.Theme.Quiet, TextStyle.Small);
        int count = _rows.Shown.Count, room = _rows.Room;
        if (count > room)
        {
            float length = room * _rows.Height;
            painter.Fill(SKRect.Create(Bounds.Right - 7, _grid.Bounds.Top + (length * _grid.FirstRow / count), 3, length * room / count),
                painter.Theme.Quiet, 1.5f);
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        _grid.FirstRow -= Math.Sign(notches);
        Arrange();
        _host.Invalidate(this);
        return true;
    }

    private void ToggleRows()
    {
        _rows.Toggle();
        _grid.FirstRow = 0;
        _firstRow = -1;
    }

    private float HeightFor(bool hasMelody) => (hasMelody ? _roll.Bounds.Top - 6 : _fold.Bounds.Top - 4) - Bounds.Top - Top;

    private void Arrange()
    {
        _roll.IsVisible = _hasMelody;
        _grid.Bounds = SKRect.Create(_grid.Bounds.Left, Bounds.Top + Top, _grid.Bounds.Width, HeightFor(_hasMelody));
        _grid.FirstRow = Math.Clamp(_grid.FirstRow, 0, Math.Max(0, _rows.Shown.Count - _rows.Room));
        _firstRow = _grid.FirstRow;
        foreach (DrumRow head in _heads)
        {
            head.Show(false);
        }

        for (int row = 0; row < Math.Min(_rows.Room, _rows.Shown.Count - _firstRow); row++)
        {
            float top = _grid.Bounds.Top + (row * _rows.Height);
            DrumRow head = _heads[(int)_rows.Shown[_firstRow + row]];
            head.MoveTo(Bounds.Left + Margin, top, _rows.Height);
            head.Show(true);
        }

        _folded = _rows.FoldedCount > 0 ? $"+ {_rows.FoldedCount} that rest" : "";
    }
}
