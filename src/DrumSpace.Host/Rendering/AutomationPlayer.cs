namespace DrumSpace.Host;

/// <summary>Moves a plugin's parameters along their curves.</summary>
/// <remarks><see cref="Play"/> neither locks nor allocates, unless it wakes the thread that sets the parameters.</remarks>
internal sealed class AutomationPlayer : IDisposable
{
    private readonly IReadOnlyList<AutomationCurve> _curves;
    private readonly PluginParameter[] _parameters;
    private readonly float[] _lastValues;
    private readonly ParameterThread? _thread;

    /// <exception cref="ArgumentException">A curve names a parameter that the plugin does not have.</exception>
    public AutomationPlayer(HostedPlugin plugin, IReadOnlyList<AutomationCurve> curves, bool fromAnotherThread)
    {
        _curves = curves;
        _parameters = [.. curves.Select(curve => plugin.Parameter(curve.Parameter))];
        _lastValues = new float[curves.Count];
        Array.Fill(_lastValues, float.NaN);
        _thread = fromAnotherThread && curves.Count > 0 ? new ParameterThread(_parameters) : null;
    }

    /// <summary>Sets the parameters whose curves have moved since the last call.</summary>
    public void Play(double quarters)
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            float value = _curves[i].ValueAt(quarters);
            if (value == _lastValues[i])
            {
                continue;
            }

            _lastValues[i] = value;
            if (_thread != null)
            {
                _thread.Set(i, value);
            }
            else
            {
                _parameters[i].Value = value;
            }
        }
    }

    public void Dispose() => _thread?.Dispose();
}
