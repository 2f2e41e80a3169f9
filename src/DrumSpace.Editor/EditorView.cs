using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor;

/// <summary>Stands in for the view until it is merged.</summary>
public sealed class EditorView : IWindowContent
{
    private readonly IEditorModel _model;

    /// <summary>Makes a view of an instance.</summary>
    public EditorView(IEditorModel model) => _model = model;

    /// <inheritdoc/>
    public bool WantsKeys => false;

    /// <inheritdoc/>
    public CursorShape Cursor => CursorShape.Arrow;

    /// <summary>The size at a scale.</summary>
    public PixelSize SizeAt(double scale) => _model == null ? default : new((int)Math.Round(1200 * scale), (int)Math.Round(760 * scale));

    /// <inheritdoc/>
    public void Attach(IWindow window)
    {
    }

    /// <inheritdoc/>
    public void Detach()
    {
    }

    /// <inheritdoc/>
    public FrameNeed Advance(long milliseconds) => default;

    /// <inheritdoc/>
    public void Paint(SKCanvas canvas, PixelSize size)
    {
    }

    /// <inheritdoc/>
    public void Press(in PointerInput pointer)
    {
    }

    /// <inheritdoc/>
    public void Move(in PointerInput pointer)
    {
    }

    /// <inheritdoc/>
    public void Release(in PointerInput pointer)
    {
    }

    /// <inheritdoc/>
    public void Leave()
    {
    }

    /// <inheritdoc/>
    public void Scroll(in PointerInput pointer, double notches)
    {
    }

    /// <inheritdoc/>
    public bool Press(in KeyInput key) => false;

    /// <inheritdoc/>
    public void LoseKeys()
    {
    }

    /// <inheritdoc/>
    public bool DragOver(double x, double y) => false;

    /// <inheritdoc/>
    public void DragLeave()
    {
    }

    /// <inheritdoc/>
    public bool Drop(IReadOnlyList<string> paths, double x, double y) => false;

    /// <inheritdoc/>
    public void EndDrag(bool isTaken)
    {
    }
}
