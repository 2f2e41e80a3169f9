namespace TorchSharp.Autograd;

/// <summary>
/// Whether operations on the current thread are recorded. An instance sets the mode, and restores the previous one when disposed.
/// </summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool _off;

    private readonly bool _before = _off;

    public GradMode(bool enabled) => _off = !enabled;

    public static bool Enabled => !_off;

    public void Dispose() => _off = _before;
}
