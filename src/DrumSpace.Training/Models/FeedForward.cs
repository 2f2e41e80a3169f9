using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// A feed-forward network of linear layers with ReLU between them and a linear output. With few inputs and fine detail to learn, it can
/// begin with Fourier features: a sine after the first layer, whose weights are the frequencies (Tancik et al. 2020, "Fourier Features Let
/// Networks Learn High Frequency Functions in Low Dimensional Domains").
/// </summary>
public sealed class FeedForward : Network
{
    private readonly Module<Tensor, Tensor> _body;
    private readonly Linear _output;

    /// <summary>Creates the layers; their weights are the backend's until <see cref="Initialize(SeededRandom)"/>.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="widths">The widths from input to output, at least three; n widths make n - 1 layers.</param>
    public FeedForward(string name, params ReadOnlySpan<int> widths)
        : this(name, null, widths)
    {
    }

    /// <summary>Creates the layers, with a sine after the first.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="bandwidth">The initial standard deviation of the frequencies, in radians per unit of input; null for ReLU.</param>
    /// <param name="widths">The widths from input to output, at least three; n widths make n - 1 layers.</param>
    public FeedForward(string name, double? bandwidth, params ReadOnlySpan<int> widths)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widths.Length, 3, nameof(widths));
        Bandwidth = bandwidth;
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        var layers = new List<Linear>();
        for (int i = 1; i < widths.Length - 1; i++)
        {
            Linear layer = Linear(widths[i - 1], widths[i]);
            layers.Add(layer);
            modules.Add(($"linear{i}", layer));
            modules.Add(i == 1 && bandwidth != null ? ("sine1", new Sine()) : ($"relu{i}", ReLU()));
        }

        _output = Linear(widths[^2], widths[^1]);
        layers.Add(_output);
        Layers = layers;
        _body = Sequential(modules.ToArray());
        RegisterComponents();
    }

    /// <summary>The initial standard deviation of the first layer's frequencies when a sine follows it; null for ReLU throughout.</summary>
    public double? Bandwidth { get; }

    /// <summary>The linear layers, from input to output.</summary>
    public IReadOnlyList<Linear> Layers { get; }

    /// <inheritdoc/>
    public override Linear First => Layers[0];

    /// <inheritdoc/>
    public override string Shape =>
        Widths + (Bandwidth == null ? ", ReLU between the layers" : ", a sine after the first layer, ReLU between the others");

    /// <summary>The widths from input to output, such as "4-128-448".</summary>
    internal string Widths => string.Join('-', Layers.Select(layer => layer.weight.shape[1]).Append(_output.weight.shape[0]));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _output.call(_body.call(input));

    /// <summary>The input of the last layer.</summary>
    public Tensor Hidden(Tensor input) => _body.call(input);

    /// <summary>
    /// Draws all weights and biases uniformly from ±1/sqrt(inputs), torch's distribution for a linear layer, but from the given generator,
    /// so that every backend starts from the same numbers. Fourier features have normal frequencies and uniform phases.
    /// </summary>
    public override void Initialize(SeededRandom random)
    {
        foreach (Linear layer in Layers)
        {
            if (Bandwidth is { } bandwidth && layer == Layers[0])
            {
                using Tensor normal = Noise.Normal(random, layer.weight.shape[0], (int)layer.weight.shape[1]);
                using Scalar scale = bandwidth.ToScalar();
                using Tensor frequencies = normal * scale;
                TensorValues.Write(layer.weight, TensorValues.Read(frequencies));
                Draw(layer.bias!, MathF.PI, random);
            }
            else
            {
                Draw(layer, random);
            }
        }
    }

    /// <summary>Draws a layer's weights and biases uniformly from ±1/sqrt(inputs).</summary>
    internal static void Draw(Linear layer, SeededRandom random)
    {
        float bound = 1 / MathF.Sqrt(layer.weight.shape[1]);
        Draw(layer.weight, bound, random);
        Draw(layer.bias!, bound, random);
    }

    /// <summary>Draws a parameter uniformly from ±bound.</summary>
    internal static void Draw(Tensor parameter, float bound, SeededRandom random)
    {
        float[] values = new float[parameter.NumberOfElements];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = bound * (2 * random.NextFloat() - 1);
        }

        TensorValues.Write(parameter, values);
    }
}
