namespace DrumSpace.Editor.Windows;

/// <summary>What a system's window is made with.</summary>
/// <param name="Content">What it shows.</param>
/// <param name="RequestSize">Has the host asked for another size; the window's thread calls it.</param>
/// <param name="Log">Takes a line about what went wrong; any thread.</param>
internal sealed record WindowSetup(IWindowContent Content, Action<PixelSize> RequestSize, Action<string> Log);
