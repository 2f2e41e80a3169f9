using DrumSpace.Host.Windows;

namespace DrumSpace.Host.Tests.Windows;

/// <summary>A window without a screen, with the number that the test plugins accept as parent unless another is given.</summary>
internal sealed class FakeWindow(nint handle = 7) : HostWindow
{
    private (int Width, int Height) _size = (800, 600);
    private bool _isClosed;

    public List<string> Calls { get; } = [];

    public int Spaces { get; set; }

    public override nint Handle => handle;

    public override (int Width, int Height) Size => _size;

    public override bool IsClosed => _isClosed;

    public override int TakeSpaces() => Spaces;

    public void DragTo(int width, int height) => _size = (width, height);

    public void PressClose() => _isClosed = true;

    public override void Resize(int width, int height, bool isFixed)
    {
        _size = (width, height);
        Calls.Add($"{width} x {height}{(isFixed ? ", fixed" : "")}");
    }

    public override void Serve()
    {
    }

    public override void Dispose() => Calls.Add("gone");
}
