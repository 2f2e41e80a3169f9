namespace DrumSpace.Host.Live;

/// <summary>What a device and its <see cref="LiveProcessor"/> exchange in a block. A device makes one and uses it for every block.</summary>
/// <remarks>
/// Belongs to the device's audio thread. Nothing but the constructor allocates. The audio is kept in arrays of its own, which the device
/// copies to and from the form of its system.
/// </remarks>
public sealed class LiveBlock
{
    private readonly float[][] _inputs;
    private readonly float[][] _outputs;

    /// <summary>Makes a block.</summary>
    /// <param name="inputs">The number of audio inputs, from 0.</param>
    /// <param name="outputs">The number of audio outputs, from 0.</param>
    /// <param name="capacity">The most frames of a block.</param>
    public LiveBlock(int inputs, int outputs, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
        _inputs = [.. Enumerable.Range(0, inputs).Select(_ => new float[capacity])];
        _outputs = [.. Enumerable.Range(0, outputs).Select(_ => new float[capacity])];
    }

    /// <summary>The most frames of a block.</summary>
    public int Capacity { get; }

    /// <summary>The number of audio inputs.</summary>
    public int InputCount => _inputs.Length;

    /// <summary>The number of audio outputs.</summary>
    public int OutputCount => _outputs.Length;

    /// <summary>The length of this block in frames, 1 to <see cref="Capacity"/>.</summary>
    public int Frames { get; private set; }

    /// <summary>The device's own transport at the first frame; default for a device that has none.</summary>
    public DeviceTransport Transport { get; private set; }

    /// <summary>What came in: channel, system common, real-time and exclusive messages, in order of their frames.</summary>
    public LiveMidiBuffer MidiIn { get; } = new();

    /// <summary>What goes out. After <see cref="LiveProcessor.Process"/> it is in order of the frames, all of which lie in the block.</summary>
    public LiveMidiBuffer MidiOut { get; } = new();

    /// <summary>Begins a block, by the device: clears the MIDI and silences the outputs. Then the device fills the inputs.</summary>
    /// <param name="frames">1 to <see cref="Capacity"/>.</param>
    /// <param name="transport">The device's transport at the first frame.</param>
    public void Begin(int frames, in DeviceTransport transport)
    {
        Frames = frames;
        Transport = transport;
        MidiIn.Clear();
        MidiOut.Clear();
        foreach (float[] output in _outputs)
        {
            output.AsSpan(0, frames).Clear();
        }
    }

    /// <summary>An audio input of this block.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="Frames"/> samples.</returns>
    public Span<float> Input(int channel) => _inputs[channel].AsSpan(0, Frames);

    /// <summary>An audio output of this block.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="Frames"/> samples.</returns>
    public Span<float> Output(int channel) => _outputs[channel].AsSpan(0, Frames);
}
