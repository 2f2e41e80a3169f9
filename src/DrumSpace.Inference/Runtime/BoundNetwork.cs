using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// A network with one input row and one output row bound to buffers made in advance, so that a run hands no value over and allocates
/// no managed memory.
/// </summary>
/// <remarks>One thread at a time; never the audio thread in real time, because ONNX Runtime allocates natively in a run.</remarks>
internal sealed class BoundNetwork : IDisposable
{
    private readonly SharedSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;
    private readonly float[] _input;
    private readonly float[] _output;
    private bool _disposed;

    /// <summary>Binds the buffers.</summary>
    /// <param name="session">The session, checked against the tensors; this becomes one more holder of it.</param>
    /// <param name="input">The input tensor.</param>
    /// <param name="output">The output tensor.</param>
    public BoundNetwork(SharedSession session, TensorRow input, TensorRow output)
    {
        _session = session.Hold();
        _input = GC.AllocateArray<float>(input.Width, pinned: true);
        _output = GC.AllocateArray<float>(output.Width, pinned: true);
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, [1, input.Width]);
        _outputValue = OrtValue.CreateTensorValueFromMemory(_output, [1, output.Width]);
        _binding = _session.Session.CreateIoBinding();
        _binding.BindInput(input.Name, _inputValue);
        _binding.BindOutput(output.Name, _outputValue);
    }

    /// <summary>The input row, to be filled before <see cref="Run"/>.</summary>
    public Span<float> Input => _input;

    /// <summary>The output row of the last run.</summary>
    public ReadOnlySpan<float> Output => _output;

    /// <summary>Computes the output row from the input row.</summary>
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
        _inputValue.Dispose();
        _outputValue.Dispose();
        _options.Dispose();
        _session.Release();
    }
}
