using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Fakes;

/// <summary>A window that records what it is asked for.</summary>
internal sealed class FakeWindow : IWindow
{
    public List<string> Calls { get; } = [];

    public void BeginDrag(string path) => Calls.Add($"drag {path}");

    public void CopyText(string text) => Calls.Add($"copy {text}");

    /// <summary>What the clipboard holds.</summary>
    public string Clipboard { get; set; } = "";

    public void PasteText(Action<string> paste) => paste(Clipboard);

    public PixelSize Screen { get; set; } = new(3840, 2160);

    public void RequestSize(PixelSize size) => Calls.Add($"size {size.Width} x {size.Height}");
}
