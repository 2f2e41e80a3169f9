namespace DrumSpace.Editor.Windows;

/// <summary>What a plugin format does for a window, on the host's thread.</summary>
public interface IEditorHost
{
    /// <summary>Tells the host that a hand takes a parameter.</summary>
    /// <param name="index">The parameter's index.</param>
    void BeginEdit(int index);

    /// <summary>Tells the host a parameter's value, for it to show and record.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <param name="value">Normalized, 0 to 1.</param>
    void Edit(int index, float value);

    /// <summary>Tells the host that the hand lets a parameter go.</summary>
    /// <param name="index">The parameter's index.</param>
    void EndEdit(int index);

    /// <summary>Asks the host to give the window another size.</summary>
    /// <returns>Whether the window may take it at once; a host that resizes by itself says so later.</returns>
    bool RequestSize(PixelSize size);
}
