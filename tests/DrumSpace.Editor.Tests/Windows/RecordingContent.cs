using System.Collections.Concurrent;
using System.Globalization;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Tests.Windows;

/// <summary>A content that writes down its input and paints one colour.</summary>
/// <remarks>Its properties are for any thread; the rest is the window's.</remarks>
internal sealed class RecordingContent : IWindowContent
{
    private static readonly SKPaint Dot = new() { IsAntialias = true, Color = SKColors.White };
    private IWindow? _window;
    private (double X, double Y)? _pressed;
    private long _bytes;

    public ConcurrentQueue<string> Lines { get; } = new();

    public FrameNeed Need { get; set; }

    public SKColor Color { get; set; } = new(0x20, 0x40, 0x80);

    public bool PaintFails { get; set; }

    public bool PressFails { get; set; }

    public bool LeavesCanvasChanged { get; set; }

    public bool WantsKeys { get; set; }

    public bool UsesKeys { get; set; } = true;

    public bool TakesFiles { get; set; } = true;

    public CursorShape Cursor { get; set; }

    /// <summary>What a pull of the pressed pointer drags out.</summary>
    public string? DragFile { get; set; }

    /// <summary>What the window's thread does before the next frame.</summary>
    public Action<IWindow>? Request { get; set; }

    public int Frames { get; private set; }

    public PixelSize PaintedSize { get; private set; }

    /// <summary>Bytes that the window's thread allocated from one frame to the next, in the last one.</summary>
    public long BytesPerFrame { get; private set; } = -1;

    public void Attach(IWindow window)
    {
        _window = window;
        Add("attach");
    }

    public void Detach()
    {
        _window = null;
        Add("detach");
    }

    public FrameNeed Advance(long milliseconds)
    {
        Action<IWindow>? request = Request;
        if (request != null && _window != null)
        {
            Request = null;
            request(_window);
        }

        return Need;
    }

    public void Paint(SKCanvas canvas, PixelSize size)
    {
        if (PaintFails)
        {
            throw new InvalidOperationException("This content cannot paint.");
        }

        if (LeavesCanvasChanged)
        {
            canvas.Save();
            canvas.Translate(5, 5);
        }

        canvas.Clear(Color);
        canvas.DrawCircle(size.Width / 2f, size.Height / 2f, 3, Dot);
        PaintedSize = size;
        Frames++;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        BytesPerFrame = bytes - _bytes;
        _bytes = bytes;
    }

    public void Press(in PointerInput pointer)
    {
        _pressed = (pointer.X, pointer.Y);
        Add($"press {pointer.Button} {pointer.X} {pointer.Y} {pointer.Clicks} {pointer.Modifiers}");
        if (PressFails)
        {
            throw new InvalidOperationException("This content cannot be pressed.");
        }
    }

    public void Move(in PointerInput pointer)
    {
        Add($"move {pointer.X} {pointer.Y}");
        if (DragFile != null && _pressed is { } from && Math.Abs(pointer.X - from.X) + Math.Abs(pointer.Y - from.Y) > 4)
        {
            _pressed = null;
            _window!.BeginDrag(DragFile);
        }
    }

    public void Release(in PointerInput pointer)
    {
        _pressed = null;
        Add($"release {pointer.Button} {pointer.X} {pointer.Y}");
    }

    public void Leave() => Add("leave");

    public void Scroll(in PointerInput pointer, double notches) => Add($"scroll {notches}");

    public bool Press(in KeyInput key)
    {
        Add(key.Character is '\0' or < ' ' ? $"key {key.Key} {key.Modifiers}" : $"key '{key.Character}' {key.Modifiers}");
        return UsesKeys;
    }

    public void LoseKeys() => Add("lose keys");

    public bool DragOver(double x, double y)
    {
        Add(string.Create(CultureInfo.InvariantCulture, $"over {x} {y}"));
        return TakesFiles;
    }

    public void DragLeave() => Add("drag leave");

    public bool Drop(IReadOnlyList<string> paths, double x, double y)
    {
        Add($"drop {string.Join('|', paths)} {x} {y}");
        return true;
    }

    public void EndDrag(bool isTaken) => Add($"end drag {isTaken}");

    private void Add(string line) => Lines.Enqueue(line);
}
