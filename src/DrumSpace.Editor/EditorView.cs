using DrumSpace.Editor.Accessibility;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor;

/// <summary>
/// What the plugin's window shows: its panels, laid out for <see cref="EditorLayout"/> and scaled to the window, with a margin where the
/// window has another shape.
/// </summary>
/// <remarks>Threads as <see cref="IWindowContent"/> says.</remarks>
public sealed class EditorView : IWindowContent, IAccessibleContent, IDisposable
{
    private readonly Desk _desk;
    private readonly AccessibleDesk _accessible;
    private readonly Painter _painter = new();
    private readonly SKPaint _copy = new() { BlendMode = SKBlendMode.Src };
    private readonly Action<Painter> _paintPanels;
    private readonly Action<Painter> _paintAbove;

    // The panels as they were painted last: only those that changed are painted anew.
    private SKSurface? _panels;
    private PixelSize _panelsSize;
    private float _scale = 1;
    private SKPoint _origin;

    /// <summary>Makes the window's content.</summary>
    /// <param name="model">The plugin.</param>
    public EditorView(IEditorModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _desk = new Desk(model);
        _accessible = new AccessibleDesk(_desk);
        (_paintPanels, _paintAbove) = (_desk.PaintPanels, _desk.PaintAbove);
    }

    /// <inheritdoc/>
    public bool WantsKeys => _desk.WantsKeys;

    /// <inheritdoc/>
    public CursorShape Cursor => _desk.Cursor;

    /// <summary>The size of a window at a scale.</summary>
    /// <param name="scale">1 for 1200 x 800 pixels.</param>
    public static PixelSize SizeAt(double scale) =>
        new((int)Math.Round(EditorLayout.Width * scale), (int)Math.Round(EditorLayout.Height * scale));

    /// <summary>All controls that can be seen, in the order of the keyboard, as <see cref="Advance"/> last found them. Allocates.</summary>
    public IReadOnlyList<ControlDescription> Describe() => _accessible.Describe();

    /// <inheritdoc/>
    public void Attach(IWindow window) => _desk.Window = window;

    /// <inheritdoc/>
    public void Detach() => _desk.Window = null;

    /// <inheritdoc/>
    public FrameNeed Advance(long milliseconds) => _desk.Advance(milliseconds);

    /// <inheritdoc/>
    public void Paint(SKCanvas canvas, PixelSize size)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        _scale = Math.Min(size.Width / EditorLayout.Width, size.Height / EditorLayout.Height);
        _origin = new SKPoint(
            MathF.Round((size.Width - (EditorLayout.Width * _scale)) / 2), MathF.Round((size.Height - (EditorLayout.Height * _scale)) / 2));
        Theme theme = _desk.Model.Preferences.IsLight ? Theme.Light : Theme.Dark;
        if (_panels == null || _panelsSize != size || _painter.Theme != theme)
        {
            _panels?.Dispose();
            _panels = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque));
            _panels.Canvas.Clear(theme.Ground);
            (_panelsSize, _painter.Theme) = (size, theme);
            _desk.Invalidate();
        }

        Paint(_panels.Canvas, _paintPanels);
        _panels.Draw(canvas, 0, 0, _copy);
        Paint(canvas, _paintAbove);
    }

    /// <inheritdoc/>
    public void Press(in PointerInput pointer) => _desk.Press(HandOf(pointer));

    /// <inheritdoc/>
    public void Move(in PointerInput pointer) => _desk.Move(HandOf(pointer));

    /// <inheritdoc/>
    public void Release(in PointerInput pointer) => _desk.Release(HandOf(pointer));

    /// <inheritdoc/>
    public void Leave() => _desk.Leave();

    /// <inheritdoc/>
    public void Scroll(in PointerInput pointer, double notches) => _desk.Scroll(HandOf(pointer), notches);

    /// <inheritdoc/>
    public bool Press(in KeyInput key) => _desk.Press(key);

    /// <inheritdoc/>
    public void LoseKeys() => _desk.LoseKeys();

    /// <inheritdoc/>
    public bool DragOver(double x, double y) => _desk.DragOver();

    /// <inheritdoc/>
    public void DragLeave() => _desk.DragLeave();

    /// <inheritdoc/>
    public bool Drop(IReadOnlyList<string> paths, double x, double y) => _desk.Drop(paths);

    /// <inheritdoc/>
    public void EndDrag(bool isTaken) => _desk.EndDrag(isTaken);

    int IAccessibleContent.Version => _desk.Version;

    AccessibleTree IAccessibleContent.DescribeTree(int screenX, int screenY) => _accessible.DescribeTree(
        SKMatrix.CreateScaleTranslation(_scale, _scale, _origin.X, _origin.Y), new SKPointI(screenX, screenY));

    void IAccessibleContent.Perform(in AccessibleRequest request) => _accessible.Perform(request);

    /// <inheritdoc/>
    public void Dispose()
    {
        _desk.Dispose();
        _panels?.Dispose();
        _copy.Dispose();
        _painter.Dispose();
    }

    private void Paint(SKCanvas canvas, Action<Painter> paint)
    {
        canvas.Save();
        canvas.Translate(_origin);
        canvas.Scale(_scale);
        _painter.Begin(canvas);
        paint(_painter);
        _painter.End();
        canvas.Restore();
    }

    private Hand HandOf(in PointerInput pointer) => new(
        (float)((pointer.X - _origin.X) / _scale), (float)((pointer.Y - _origin.Y) / _scale),
        pointer.Button, pointer.Modifiers, pointer.Clicks);
}
