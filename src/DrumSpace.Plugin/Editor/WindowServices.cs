using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Plugin.Window;

/// <summary>What windows need from around the instance: tests give others.</summary>
/// <param name="MakeWindow">Makes a closed window: of a model, the queue that its thread fills, the format, and a log.</param>
/// <param name="Stars">The starred programs.</param>
/// <param name="Preferences">How the user likes windows.</param>
/// <param name="Clock">What time it is.</param>
internal sealed record WindowServices(
    Func<IEditorModel, EditQueue, IEditorHost, Action<string>, IPluginWindow> MakeWindow, ProgramStars Stars, WindowPreferences Preferences,
    TimeProvider Clock)
{
    private static readonly Lazy<WindowServices> Process = new(() =>
        new WindowServices(PluginWindow.Make, ProgramStars.Shared, WindowPreferences.Shared, TimeProvider.System)
        {
            ScreenScale = EditorWindow.ScreenScale,
        });

    /// <summary>Asks for the scale that the desktop wants.</summary>
    public Func<double> ScreenScale { get; init; } = static () => 1;

    /// <summary>The process's.</summary>
    public static WindowServices Shared => Process.Value;
}
