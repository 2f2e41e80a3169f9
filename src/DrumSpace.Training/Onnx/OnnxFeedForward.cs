using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary><see cref="FeedForward"/> as nodes of a graph.</summary>
internal sealed class OnnxFeedForward : OnnxNetwork
{
    private readonly OnnxGraph _graph;
    private readonly FeedForward _network;
    private readonly string _name;

    /// <summary>Adds the weights.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="network">The network.</param>
    /// <param name="name">Prefix of the names of weights and nodes, where a graph has several networks.</param>
    public OnnxFeedForward(OnnxGraph graph, FeedForward network, string name = "")
    {
        _graph = graph;
        _network = network;
        _name = name;
        for (int i = 0; i < network.Layers.Count; i++)
        {
            float[] bias = TensorValues.Read(network.Layers[i].bias!), weight = TensorValues.Read(network.Layers[i].weight);
            graph.Constant(Weight(i), weight, bias.Length, weight.Length / bias.Length);
            graph.Constant(Bias(i), bias, bias.Length);
        }
    }

    /// <inheritdoc/>
    public override string Apply(string input)
    {
        string last = input;
        for (int i = 0; i < _network.Layers.Count; i++)
        {
            if (i > 0)
            {
                bool isSine = i == 1 && _network.Bandwidth != null;
                last = isSine ? _graph.Add("Sin", $"{_name}sine{i}", last) : _graph.Add("Relu", $"{_name}relu{i}", last);
            }

            last = _graph.Linear($"{_name}linear{i + 1}", last, Weight(i), Bias(i));
        }

        return last;
    }

    private string Weight(int layer) => $"{_name}linear{layer + 1}.weight";

    private string Bias(int layer) => $"{_name}linear{layer + 1}.bias";
}
