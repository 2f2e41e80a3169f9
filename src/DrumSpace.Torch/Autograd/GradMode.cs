namespace TorchSharp.Autograd;

/// <summary>Whether operations are recorded, a thread; a scope sets it and restores it.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool _off;

    private readonly bool _before = _off;

    public GradMode(bool enabled) => _off = !enabled;

    public static bool Enabled => !_off;

    public void Dispose() => _off = _before;
}
