using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary><see cref="HalfBarDecoder"/> as nodes of a graph: each half-bar's logits, and their tempered probabilities as what the next ones hear.</summary>
internal sealed class OnnxHalfBars : OnnxNetwork
{
    private readonly OnnxGraph _graph;
    private readonly OnnxFeedForward _trunk;
    private readonly OnnxFeedForward[] _parts;
    private readonly string _tempering;
    private readonly string? _variation;

    /// <summary>Adds the weights.</summary>
    /// <param name="graph">What to add to.</param>
    /// <param name="decoder">The decoder.</param>
    /// <param name="variation">The name of the coordinates of variation, [N, V]; null to leave them out.</param>
    public OnnxHalfBars(OnnxGraph graph, HalfBarDecoder decoder, string? variation = null)
    {
        _graph = graph;
        _trunk = new OnnxFeedForward(graph, decoder.Trunk, "trunk.");
        _parts = [.. decoder.Parts.Select((part, number) => new OnnxFeedForward(graph, part, $"part{number + 1}."))];
        _tempering = graph.Constant("tempering", HalfBarDecoder.Tempering);
        if (variation != null)
        {
            float[] weight = [.. ParameterValues.Read(decoder.Variation.weight).Select(value => (float)(value * decoder.Spread))];
            _variation = graph.Linear("variation", variation, weight, [], weight.Length / decoder.Variations);
        }
    }

    /// <inheritdoc/>
    public override string Apply(string input, string prefix = "")
    {
        string trunk = _trunk.Apply(input, prefix);
        trunk = _variation == null ? trunk : _graph.Add("Add", prefix + "varied", trunk, _variation);
        List<string> heard = [_graph.Add("Relu", prefix + "trunk", trunk)], said = [];
        for (int part = 0; part < _parts.Length; part++)
        {
            string name = $"{prefix}part{part + 1}";
            said.Add(_parts[part].Apply(part == 0 ? heard[0] : _graph.Concat(name + ".heard", [.. heard]), prefix));
            if (part < _parts.Length - 1)
            {
                heard.Add(_graph.Add("Sigmoid", name + ".sigmoid", _graph.Add("Mul", name + ".tempered", said[^1], _tempering)));
            }
        }

        return _graph.Concat(prefix + "parts", [.. said]);
    }
}
