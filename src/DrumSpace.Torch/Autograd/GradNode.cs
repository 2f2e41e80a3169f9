using TorchSharp.Memory;

namespace TorchSharp.Autograd;

/// <summary>
/// A node of the recorded graph: the buffer in which a value's gradient is accumulated, the inputs that the value was computed from, and
/// the function that adds to their gradients. A leaf (a parameter) has no inputs and keeps its gradient; the others free theirs as soon as
/// it has been propagated.
/// </summary>
internal sealed unsafe class GradNode
{
    private static long _lastSerial;

    // Grows with every node, so inputs have smaller numbers than the values computed from them.
    private readonly long _serial = Interlocked.Increment(ref _lastSerial);

    private readonly long _length;
    private readonly string _operation;
    private readonly GradNode?[] _inputs;
    private Saved[] _saved;
    private Action<GradNode>? _backward;
    private Storage? _gradient;
    private bool _spent;

    /// <summary>Creates a leaf.</summary>
    public GradNode(long length)
        : this(length, "leaf", [], [], null)
    {
    }

    /// <summary>Creates the node of a computed value.</summary>
    /// <param name="length">Elements of the value.</param>
    /// <param name="operation">The operation's name, for messages.</param>
    /// <param name="inputs">Nodes of the inputs; null for those that need no gradient.</param>
    /// <param name="saved">Memory that <paramref name="backward"/> reads; held until then.</param>
    /// <param name="backward">Adds to the inputs' gradients, given this node.</param>
    public GradNode(long length, string operation, GradNode?[] inputs, ReadOnlySpan<Storage> saved, Action<GradNode>? backward)
    {
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

    /// <summary>Whether the gradient buffer holds a gradient.</summary>
    public bool HasGradient { get; private set; }

    /// <summary>The gradient's buffer; its content is unspecified while <see cref="HasGradient"/> is false.</summary>
    public float* Gradient => (_gradient ??= Storage.Rent(_length)).Pointer;

    /// <summary>The gradient's memory, or null when there is no gradient.</summary>
    public Storage? GradientStorage => HasGradient ? _gradient : null;

    public ReadOnlySpan<GradNode?> Inputs => _inputs;

    /// <summary>The buffer for a writer that covers all of it.</summary>
    /// <param name="add">Whether the writer must add to the content; otherwise it must overwrite it.</param>
    public float* Accumulator(out bool add)
    {
        float* gradient = Gradient;
        add = HasGradient;
        HasGradient = true;
        return gradient;
    }

    /// <summary>The buffer for a writer that adds to parts of it: cleared first if there was no gradient.</summary>
    public float* ClearedAccumulator()
    {
        float* gradient = Accumulator(out bool add);
        if (!add)
        {
            new Span<float>(gradient, (int)_length).Clear();
        }

        return gradient;
    }

    /// <summary>Drops the gradient, but keeps its memory for the next one.</summary>
    public void DropGradient() => HasGradient = false;

    /// <summary>Adds this value's gradient to an input of the same length; hands the buffer over where the input has none.</summary>
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

        float* to = input.Accumulator(out bool add);
        Kernels.VectorUpdates.AddOrCopy(Gradient, to, _length, add);
    }

    /// <summary>Propagates the gradient to all leaves that this depends on.</summary>
    /// <remarks>
    /// Newest first: a node comes after every node that was computed from it. Without recursion, so the depth is unbounded.
    /// </remarks>
    public void Backward()
    {
        List<GradNode> reached = [this];
        HashSet<GradNode> seen = new(ReferenceEqualityComparer.Instance) { this };
        for (int i = 0; i < reached.Count; i++)
        {
            reached.AddRange(reached[i]._inputs.OfType<GradNode>().Where(seen.Add));
        }

        reached.Sort(static (a, b) => b._serial.CompareTo(a._serial));
        reached.ForEach(static node => node.Propagate());
    }

    /// <summary>Adds to the inputs' gradients, then frees everything that was held for it.</summary>
    /// <exception cref="InvalidOperationException">The graph was differentiated before, or a saved value was changed in place.</exception>
    private void Propagate()
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
                    throw new InvalidOperationException(
                        $"a value that the gradient of '{_operation}' needs was modified in place after it was used");
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
