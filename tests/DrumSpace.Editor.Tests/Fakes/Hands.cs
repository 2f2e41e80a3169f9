using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Tests.Fakes;

/// <summary>A view with a hand on it: finds controls by their names, as its description tells them.</summary>
internal sealed class Hands : IDisposable
{
    private readonly SKSurface _surface;
    private long _now;

    public Hands(double scale = 1)
    {
        View = new EditorView(Model);
        View.Attach(Window);
        Size = EditorView.SizeAt(scale);
        _surface = SKSurface.Create(new SKImageInfo(Size.Width, Size.Height));
        Paint();
    }

    public FakeModel Model { get; } = new();

    public FakeWindow Window { get; } = new();

    public EditorView View { get; }

    public PixelSize Size { get; }

    private double Scale => Size.Width / 1200.0;

    public IReadOnlyList<ControlDescription> Controls
    {
        get
        {
            Advance();
            return View.Describe();
        }
    }

    public ControlDescription Control(string name) => Assert.Single(Controls, control => control.Name == name);

    public void Click(string name, PointerButton button = PointerButton.Left, int clicks = 1)
    {
        ControlDescription control = Control(name);
        Click(control.X + (control.Width / 2), control.Y + (control.Height / 2), button, clicks);
    }

    public void Click(double x, double y, PointerButton button = PointerButton.Left, int clicks = 1)
    {
        Press(x, y, button, Modifiers.None, clicks);
        Release(x, y, button);
    }

    public void Drag(string name, double byX, double byY, Modifiers modifiers = Modifiers.None)
    {
        ControlDescription control = Control(name);
        double x = control.X + (control.Width / 2), y = control.Y + (control.Height / 2);
        Press(x, y, PointerButton.Left, modifiers);
        Move(x + (byX / 2), y + (byY / 2), modifiers);
        Move(x + byX, y + byY, modifiers);
        Release(x + byX, y + byY, PointerButton.Left);
    }

    public void Press(double x, double y, PointerButton button = PointerButton.Left, Modifiers modifiers = Modifiers.None, int clicks = 1)
    {
        View.Press(new PointerInput(x * Scale, y * Scale, button, modifiers, clicks));
        View.Advance(_now += 16);
    }

    public void Move(double x, double y, Modifiers modifiers = Modifiers.None)
    {
        View.Move(new PointerInput(x * Scale, y * Scale, PointerButton.None, modifiers));
        View.Advance(_now += 16);
    }

    public void Release(double x, double y, PointerButton button = PointerButton.Left)
    {
        View.Release(new PointerInput(x * Scale, y * Scale, button));
        View.Advance(_now += 16);
    }

    public bool Type(Key key, Modifiers modifiers = Modifiers.None) => View.Press(new KeyInput(key, '\0', modifiers));

    public void Type(string text)
    {
        foreach (char character in text)
        {
            View.Press(new KeyInput(Key.Character, character));
        }
    }

    /// <summary>Goes on until a message begins so: a search has ended.</summary>
    public void WaitFor(string message)
    {
        bool isThere = SpinWait.SpinUntil(() => Control("Status").Value.StartsWith(message, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.True(isThere, $"\"{Control("Status").Value}\" is no \"{message}\".");
    }

    public FrameNeed Advance(long milliseconds = 16) => View.Advance(_now += milliseconds);

    public SKSurface Paint()
    {
        View.Advance(_now += 16);
        View.Paint(_surface.Canvas, Size);
        return _surface;
    }

    public void Dispose()
    {
        View.Dispose();
        _surface.Dispose();
    }
}
