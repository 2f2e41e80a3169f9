namespace DrumSpace.Editor.Windows;

/// <summary>Stands in for the native window until it is merged: it never opens.</summary>
public sealed class EditorWindow(IWindowContent content, EditQueue edits, IEditorHost host, Action<string> log)
{
    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Opens it.</summary>
    public bool Open(nint parent, PixelSize size)
    {
        log($"There is no window yet for {content} in {parent} ({size}).");
        return IsOpen;
    }

    /// <summary>Drains the queue.</summary>
    public void Idle() => edits.Drain(host);

    /// <summary>Takes another size.</summary>
    public void Resize(PixelSize size) => log($"{size}");

    /// <summary>Shows it.</summary>
    public void Show() => log("show");

    /// <summary>Hides it.</summary>
    public void Hide() => log("hide");

    /// <summary>Closes it.</summary>
    public void Close() => IsOpen = false;
}
