namespace DrumSpace.Host;

/// <summary>Sets parameters from its own thread while blocks are processed, as hosts do that automate from their main thread.</summary>
/// <remarks><see cref="Set"/> does not allocate; of several values that come before the thread runs, the last one counts.</remarks>
internal sealed class ParameterThread : IDisposable
{
    // No value from 0 to 1 has these bits.
    private static readonly int None = BitConverter.SingleToInt32Bits(-1);

    private readonly PluginParameter[] _parameters;
    private readonly int[] _pending;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _thread;
    private volatile bool _isEnding;

    public ParameterThread(PluginParameter[] parameters)
    {
        _parameters = parameters;
        _pending = [.. parameters.Select(_ => None)];
        _thread = new Thread(Run) { IsBackground = true, Name = "host parameters" };
        _thread.Start();
    }

    public void Set(int index, float value)
    {
        Volatile.Write(ref _pending[index], BitConverter.SingleToInt32Bits(value));
        _wake.Release();
    }

    /// <summary>Applies what was set and ends the thread.</summary>
    public void Dispose()
    {
        if (!_isEnding)
        {
            _isEnding = true;
            _wake.Release();
            _thread.Join();
            _wake.Dispose();
        }
    }

    private void Run()
    {
        while (!_isEnding)
        {
            _wake.Wait();
            Apply();
        }

        Apply();
    }

    private void Apply()
    {
        for (int i = 0; i < _pending.Length; i++)
        {
            int bits = Interlocked.Exchange(ref _pending[i], None);
            if (bits != None)
            {
                _parameters[i].Value = BitConverter.Int32BitsToSingle(bits);
            }
        }
    }
}
