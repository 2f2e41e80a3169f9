using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>What the window does for its widgets.</summary>
internal interface IWidgetHost
{
    /// <summary>The plugin.</summary>
    IEditorModel Model { get; }

    /// <summary>The native window's services; null while there is none.</summary>
    IWindow? Window { get; }

    /// <summary>Opens something over the other widgets; it closes at a click beside it and at Escape.</summary>
    /// <param name="overlay">It has its bounds already.</param>
    void Open(Widget overlay);

    /// <summary>Closes what was opened last.</summary>
    void CloseOverlay();

    /// <summary>Has a widget painted anew.</summary>
    void Invalidate(Widget widget);

    /// <summary>Shows a message for a while.</summary>
    void Tell(string message);
}
