using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>A feed-forward network in a graph: its weights once, its layers as often as they are used.</summary>
internal sealed class OnnxNetwork
{
    private readonly OnnxGraph _graph;
    private readonly FeedForward _network;

    /// <summary>Adds the weights.</summary>
    public OnnxNetwork(OnnxGraph graph, FeedForward network)
    {
        _graph = graph;
        _network = network;
        for (int i = 0; i < network.Layers.Count; i++)
        {
            float[] bias = ParameterValues.Read(network.Layers[i].bias!), weight = ParameterValues.Read(network.Layers[i].weight);
            graph.Constant(Weight(i), weight, bias.Length, weight.Length / bias.Length);
            graph.Constant(Bias(i), bias, bias.Length);
        }
    }

    /// <summary>Adds the layers.</summary>
    /// <param name="input">What they see, [N, inputs].</param>
    /// <param name="prefix">Comes before the nodes' names, so that layers can be used more than once.</param>
    /// <returns>The name of the last layer's result.</returns>
    public string Apply(string input, string prefix = "")
    {
        string last = input;
        for (int i = 0; i < _network.Layers.Count; i++)
        {
            if (i > 0)
            {
                bool isSine = i == 1 && _network.Bandwidth != null;
                last = isSine ? _graph.Add("Sin", $"{prefix}sine{i}", last) : _graph.Add("Relu", $"{prefix}relu{i}", last);
            }

            last = _graph.Linear($"{prefix}linear{i + 1}", last, Weight(i), Bias(i));
        }

        return last;
    }

    private static string Weight(int layer) => $"linear{layer + 1}.weight";

    private static string Bias(int layer) => $"linear{layer + 1}.bias";
}
