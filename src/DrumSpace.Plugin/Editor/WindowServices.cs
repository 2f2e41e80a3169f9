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
            ScaleFor = EditorWindow.ScaleFor,
        });

    /// <summary>Asks the desktop for the scale of a window, by its size at a scale of 1 and the user's zoom.</summary>
    public Func<PixelSize, double?, double> ScaleFor { get; init; } = static (_, zoom) => zoom ?? 1;

    /// <summary>The process's.</summary>
    public static WindowServices Shared => Process.Value;
}
