using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// A network with a row of each input and output bound to buffers made in advance, so that a run hands no value over and allocates no
/// managed memory.
/// </summary>
/// <remarks>One thread at a time; never the audio thread in real time, because ONNX Runtime allocates natively in a run.</remarks>
internal sealed class BoundNetwork : IDisposable
{
    private readonly SharedSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue[] _values;
    private readonly float[][] _inputs;
    private readonly float[][] _outputs;
    private bool _disposed;

    /// <summary>Binds the buffers.</summary>
    /// <param name="session">The session, checked against the contract; this becomes one more holder of it.</param>
    /// <param name="contract">Its tensors.</param>
    public BoundNetwork(SharedSession session, NetworkContract contract)
    {
        _session = session.Hold();
        _binding = _session.Session.CreateIoBinding();
        _inputs = Make(contract.Inputs);
        _outputs = Make(contract.Outputs);
        _values = new OrtValue[_inputs.Length + _outputs.Length];
        for (int i = 0; i < _inputs.Length; i++)
        {
            _values[i] = OrtValue.CreateTensorValueFromMemory(_inputs[i], [1, _inputs[i].Length]);
            _binding.BindInput(contract.Inputs[i].Name, _values[i]);
        }

        for (int i = 0; i < _outputs.Length; i++)
        {
            OrtValue value = _values[_inputs.Length + i] = OrtValue.CreateTensorValueFromMemory(_outputs[i], [1, _outputs[i].Length]);
            _binding.BindOutput(contract.Outputs[i].Name, value);
        }
    }

    /// <summary>The row of the only or first input, to be filled before <see cref="Run"/>.</summary>
    public Span<float> Input => _inputs[0];

    /// <summary>The row of the only or first output of the last run.</summary>
    public ReadOnlySpan<float> Output => _outputs[0];

    /// <summary>The row of an input, in the contract's order, to be filled before <see cref="Run"/>.</summary>
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

    /// <summary>Runs a few times, so that no later run is the first: memory is planned and code is compiled here.</summary>
    public void WarmUp()
    {
        for (int i = 0; i < 8; i++)
        {
            Run();
        }
    }

    /// <summary>Frees the binding and lets the session go.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _binding.Dispose();
        foreach (OrtValue value in _values)
        {
            value.Dispose();
        }

        _options.Dispose();
        _session.Release();
    }

    private static float[][] Make(IReadOnlyList<TensorRow> rows) =>
        [.. rows.Select(row => GC.AllocateArray<float>(row.Width, pinned: true))];
}
