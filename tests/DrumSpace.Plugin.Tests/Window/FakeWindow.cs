using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>A window without a system: it notes what the format does with it, and the test is the hand in it.</summary>
internal sealed class FakeWindow(IEditorModel model, EditQueue edits, IEditorHost host, Action<string> log) : IPluginWindow
{
    public IEditorModel Model => model;

    public EditQueue Edits => edits;

    public IEditorHost Host => host;

    /// <summary>The calls in order, such as "open 7 600x400".</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Why it cannot be opened; null where it can.</summary>
    public string? Refusal { get; set; }

    public bool IsOpen { get; private set; }

    public PixelSize SizeAt(double scale) => new((int)Math.Round(600 * scale), (int)Math.Round(400 * scale));

    public void Open(nint parent, PixelSize size)
    {
        Calls.Add($"open {parent} {size.Width}x{size.Height}");
        IsOpen = Refusal == null;
        if (Refusal is { } refusal)
        {
            log(refusal);
        }
    }

    public void Idle() => edits.Drain(host);

    public void Resize(PixelSize size) => Calls.Add($"resize {size.Width}x{size.Height}");

    public void Show() => Calls.Add("show");

    public void Hide() => Calls.Add("hide");

    public void Close()
    {
        if (IsOpen)
        {
            Calls.Add("close");
            IsOpen = false;
            Idle();
        }
    }

    public void Dispose() => Close();

    /// <summary>Moves a parameter as a hand does.</summary>
    public void Turn(int index, params ReadOnlySpan<float> values)
    {
        model.Parameters.Begin(index);
        foreach (float value in values)
        {
            model.Parameters.Set(index, value);
        }

        model.Parameters.End(index);
    }

    /// <summary>Asks for another size, as a window's thread does.</summary>
    public void AskForSize(int width, int height) => edits.Post(() => Calls.Add($"asked {host.RequestSize(new PixelSize(width, height))}"));
}
