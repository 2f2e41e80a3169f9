using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary><see cref="HalfBarDecoder"/> as nodes of a graph: each half-bar's logits, and their tempered probabilities as input of the next
/// ones.</summary>
internal sealed class OnnxHalfBars : OnnxNetwork
{
    private readonly OnnxGraph _graph;
    private readonly OnnxFeedForward _trunk;
    private readonly OnnxFeedForward[] _parts;
    private readonly string _tempering;
    private readonly string? _residual;

    /// <summary>Adds the weights.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="decoder">The decoder.</param>
    /// <param name="residual">The name of the residual latent, [N, R]; null for 0.</param>
    public OnnxHalfBars(OnnxGraph graph, HalfBarDecoder decoder, string? residual = null)
    {
        _graph = graph;
        _trunk = new OnnxFeedForward(graph, decoder.Trunk, "trunk.");
        _parts = [.. decoder.Parts.Select((part, number) => new OnnxFeedForward(graph, part, $"part{number + 1}."))];
        _tempering = graph.Constant("tempering", decoder.Tempering);
        if (residual != null)
        {
            float[] weight = Array.ConvertAll(
                TensorValues.Read(decoder.ResidualLayer.weight), value => (float)(value * decoder.ResidualScale));
            _residual = graph.Linear("variation", residual, weight, [], weight.Length / decoder.ResidualSize);
        }
    }

    /// <inheritdoc/>
    public override string Apply(string input)
    {
        string trunk = _trunk.Apply(input);
        trunk = _residual == null ? trunk : _graph.Add("Add", "varied", trunk, _residual);
        List<string> inputs = [_graph.Add("Relu", "trunk", trunk)], outputs = [];
        for (int part = 0; part < _parts.Length; part++)
        {
            string name = $"part{part + 1}";
            outputs.Add(_parts[part].Apply(part == 0 ? inputs[0] : _graph.Concat(name + ".heard", [.. inputs])));
            if (part < _parts.Length - 1)
            {
                inputs.Add(_graph.Add("Sigmoid", name + ".sigmoid", _graph.Add("Mul", name + ".tempered", outputs[^1], _tempering)));
            }
        }

        return _graph.Concat("parts", [.. outputs]);
    }
}
