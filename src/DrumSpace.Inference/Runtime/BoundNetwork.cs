using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// A network with one row of each input and output bound to buffers made in advance, so that a run allocates no managed memory.
/// </summary>
/// <remarks>One thread at a time; never the audio thread in real time, because ONNX Runtime allocates native memory in a run.</remarks>
internal sealed class BoundNetwork : IDisposable
{
    // From the fourth run on, none is slower than another: ONNX Runtime has planned and allocated its memory.
    private const int WarmUpRuns = 3;

    private readonly SharedSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtIoBinding? _binding;
    private readonly List<OrtValue> _values = [];
    private readonly float[][] _inputs;
    private readonly float[][] _outputs;
    private bool _disposed;

    /// <summary>Binds the buffers.</summary>
    /// <param name="session">The session; this holds a reference of its own.</param>
    /// <param name="contract">Its tensors.</param>
    /// <exception cref="OnnxRuntimeException">The session has other tensors.</exception>
    public BoundNetwork(SharedSession session, NetworkContract contract)
    {
        _session = session.Hold();
        try
        {
            OrtIoBinding binding = _binding = session.Session.CreateIoBinding();
            IReadOnlyDictionary<string, NodeMetadata> inputs = session.Session.InputMetadata;
            _inputs = [.. contract.Inputs.Select(row =>
                row.IsOptional && !inputs.ContainsKey(row.Name) ? [] : Bind(row, binding.BindInput))];
            _outputs = [.. contract.Outputs.Select(row => Bind(row, binding.BindOutput))];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The row of the first input, to be filled before <see cref="Run"/>.</summary>
    public Span<float> Input => _inputs[0];

    /// <summary>The row of the first output of the last run.</summary>
    public ReadOnlySpan<float> Output => _outputs[0];

    /// <summary>
    /// The row of an input, in the contract's order, to be filled before <see cref="Run"/>; empty where the model is without it.
    /// </summary>
    public Span<float> InputAt(int index) => _inputs[index];

    /// <summary>The row of an output of the last run, in the contract's order.</summary>
    public ReadOnlySpan<float> OutputAt(int index) => _outputs[index];

    /// <summary>Computes the output rows from the input rows.</summary>
    /// <exception cref="OnnxRuntimeException">The network failed.</exception>
    /// <exception cref="ObjectDisposedException">After <see cref="Dispose"/>.</exception>
    public void Run()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _session.Session.RunWithBinding(_options, _binding);
    }

    /// <summary>Runs until later runs take no longer than others. A network that fails is disposed.</summary>
    /// <exception cref="OnnxRuntimeException">The network failed.</exception>
    public void WarmUp()
    {
        try
        {
            for (int i = 0; i < WarmUpRuns; i++)
            {
                Run();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Frees the binding and releases the session. Safe to call twice.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _binding?.Dispose();
        _values.ForEach(value => value.Dispose());
        _options.Dispose();
        _session.Release();
    }

    private float[] Bind(TensorRow row, Action<string, OrtValue> bind)
    {
        float[] buffer = GC.AllocateArray<float>(row.Width, pinned: true);
        OrtValue value = OrtValue.CreateTensorValueFromMemory(buffer, [1, buffer.Length]);
        _values.Add(value);
        bind(row.Name, value);
        return buffer;
    }
}
