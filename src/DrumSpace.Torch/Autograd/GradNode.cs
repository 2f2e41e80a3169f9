using TorchSharp.Memory;

namespace TorchSharp.Autograd;

/// <summary>
/// One value of the recorded graph: where its gradient is summed, from which values it was computed, and how its gradient flows to
/// them. A leaf (a parameter) has no inputs and keeps its gradient; other values give it back as soon as it was passed on.
/// </summary>
internal sealed unsafe class GradNode
{
    private static long _lastSerial;

    private readonly long _length;
    private readonly string _operation;
    private readonly GradNode?[] _inputs;
    private Saved[] _saved;
    private Action<GradNode>? _backward;
    private Storage? _gradient;
    private bool _spent;

    /// <summary>Makes a leaf.</summary>
    public GradNode(long length)
        : this(length, "leaf", [], [], null)
    {
    }

    /// <summary>Makes the node of a computed value.</summary>
    /// <param name="length">Elements of the value.</param>
    /// <param name="operation">The operation's name, for messages.</param>
    /// <param name="inputs">Nodes of the inputs; null for those that need no gradient.</param>
    /// <param name="saved">Memory that <paramref name="backward"/> reads; held until then.</param>
    /// <param name="backward">Adds to the inputs' gradients, given this node.</param>
    public GradNode(long length, string operation, GradNode?[] inputs, ReadOnlySpan<Storage> saved, Action<GradNode>? backward)
    {
        Serial = Interlocked.Increment(ref _lastSerial);
        _length = length;
        _operation = operation;
        _inputs = inputs;
        _backward = backward;
        _saved = saved.Length == 0 ? [] : new Saved[saved.Length];
        for (int i = 0; i < saved.Length; i++)
        {
            saved[i].Retain();
            _saved[i] = new Saved(saved[i], saved[i].Version);
        }
    }

    /// <summary>Grows with every node, so inputs have smaller numbers than what was computed from them.</summary>
    public long Serial { get; }

    public bool IsLeaf => _backward is null && !_spent;

    /// <summary>Whether the gradient buffer holds a gradient.</summary>
    public bool HasGradient { get; private set; }

    /// <summary>The gradient's buffer, of any content while <see cref="HasGradient"/> is false.</summary>
    public float* Gradient => (_gradient ??= Storage.Rent(_length)).Pointer;

    /// <summary>The gradient's memory, or null when there is no gradient.</summary>
    public Storage? GradientStorage => HasGradient ? _gradient : null;

    public ReadOnlySpan<GradNode?> Inputs => _inputs;

    /// <summary>The buffer for a writer that covers it whole.</summary>
    /// <param name="add">Whether the writer must add to what is there; else it must overwrite.</param>
    public float* Take(out bool add)
    {
        float* gradient = Gradient;
        add = HasGradient;
        HasGradient = true;
        return gradient;
    }

    /// <summary>The buffer for a writer that adds to parts of it: cleared first where there was no gradient.</summary>
    public float* TakeToAdd()
    {
        float* gradient = Take(out bool add);
        if (!add)
        {
            new Span<float>(gradient, (int)_length).Clear();
        }

        return gradient;
    }

    /// <summary>Drops the gradient but keeps its memory for the next one.</summary>
    public void ForgetGradient() => HasGradient = false;

    /// <summary>Passes this value's whole gradient to an input of the same length: by handing over the buffer where that is free.</summary>
    public void PassTo(GradNode input)
    {
        if (!input.HasGradient && input._gradient is null)
        {
            input._gradient = _gradient;
            input.HasGradient = true;
            _gradient = null;
            HasGradient = false;
            return;
        }

        float* to = input.Take(out bool add);
        Kernels.Vectors.AddOrCopy(Gradient, to, _length, add);
    }

    /// <summary>Lets the gradient flow to the inputs, then frees everything that was held for it.</summary>
    /// <exception cref="InvalidOperationException">The graph was used before, or a saved value was changed in place.</exception>
    public void Propagate()
    {
        if (_spent)
        {
            throw new InvalidOperationException(
                $"backward() reached the result of '{_operation}' a second time: its saved values were freed by the first backward()");
        }

        if (_backward is null)
        {
            return;
        }

        if (HasGradient)
        {
            foreach (Saved saved in _saved)
            {
                if (saved.Storage.Version != saved.Version)
                {
                    throw new InvalidOperationException($"a value that the gradient of '{_operation}' needs was modified in place after it was used");
                }
            }

            _backward(this);
        }

        foreach (Saved saved in _saved)
        {
            saved.Storage.Release();
        }

        _saved = [];
        _backward = null;
        _spent = true;
        _gradient?.Release();
        _gradient = null;
        HasGradient = false;
        Array.Clear(_inputs);
    }

    private readonly record struct Saved(Storage Storage, int Version);
}
