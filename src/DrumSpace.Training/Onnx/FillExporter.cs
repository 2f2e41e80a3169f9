using DrumSpace.Music;
using DrumSpace.Training.Fills;
using DrumSpace.Training.Models;
using TorchSharp.Modules;

namespace DrumSpace.Training.Onnx;

/// <summary>Exports a fill network as an ONNX model.</summary>
public static class FillExporter
{
    private const int HitInputs = FillSteps.Count * Pattern.VoiceCount;

    /// <summary>
    /// "pattern" [N, 448], 0 or 1, and "noise" [N, 224], as <see cref="FillNoise"/> writes it, to "probabilities" [N, 224] of the second
    /// bar's cells: <see cref="FillNetwork.Generate(TorchSharp.torch.Tensor, TorchSharp.torch.Tensor)"/> with its 16 steps one after the
    /// other. A step's logits are sharpened by their weights; the place of a step is in the bias of its first layer.
    /// </summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Export(FillNetwork model)
    {
        var graph = new OnnxGraph("fill");
        string pattern = graph.Input("pattern", Pattern.CellCount), noise = graph.Input("noise", PatternFill.CellCount);
        Linear first = model.Step.Layers[0], last = model.Step.Layers[1];
        float[] bias = TensorValues.Read(first.bias!), weight = TensorValues.Read(first.weight);
        string hitWeights = graph.Constant("hits.weight", Columns(weight, bias.Length, 0, HitInputs), bias.Length, HitInputs);
        string outWeights = graph.Constant("voices.weight", Sharpened(TensorValues.Read(last.weight)), Pattern.VoiceCount, bias.Length);
        string outBias = graph.Constant("voices.bias", Sharpened(TensorValues.Read(last.bias!)), Pattern.VoiceCount);
        string coupling = graph.Constant("coupling", Sharpened(model.Coupling), Pattern.VoiceCount, Pattern.VoiceCount);
        string noiseFactor = graph.Constant("temperature", FillNetwork.Temperature * FillNetwork.Sharpness);
        string[] noises = graph.Split("noises", graph.Add("Mul", "scaled", noise, noiseFactor), PatternFill.StepCount);
        List<string> steps = [.. graph.Split("steps", pattern, Pattern.StepCount)], evidence = [];
        string silence = graph.Add("Mul", "silence", steps[0], graph.Constant("zero", 0));
        steps.AddRange(Enumerable.Repeat(silence, FillSteps.Ahead - 1));
        for (int step = 0; step < PatternFill.StepCount; step++)
        {
            string name = $"step{step + 1}";
            float[] place = Columns(weight, bias.Length, HitInputs + step, 1);
            string placed = graph.Constant(name + ".bias", [.. bias.Zip(place, (a, b) => a + b)], bias.Length);
            string around = graph.Concat(name + ".around", [.. steps[step..(step + FillSteps.Count)]]);
            string hidden = graph.Add("Relu", name + ".relu", graph.Linear(name + ".hidden", around, hitWeights, placed));
            string logits = graph.Linear(name + ".voices", hidden, outWeights, outBias);
            string drawn = graph.Add("Add", name + ".drawn", logits, noises[step]);
            string coupled = graph.Linear(name + ".coupled", graph.Add("Sigmoid", name + ".first", drawn), coupling, null);
            evidence.Add(graph.Add("Add", name + ".all", drawn, coupled));
            steps[FillSteps.Before + step] = graph.Add("Sigmoid", name + ".hits", evidence[^1]);
        }

        string all = graph.Concat("evidence", [.. evidence]);
        string blunt = graph.Add("Mul", "blunt", all, graph.Constant("bluntness", 1 / FillNetwork.Sharpness));
        graph.Output("probabilities", graph.Add("Sigmoid", "fill", blunt), PatternFill.CellCount);
        return graph.Build();
    }

    private static float[] Sharpened(float[] weights) => Array.ConvertAll(weights, weight => weight * FillNetwork.Sharpness);

    // Columns of a matrix that lies row by row.
    private static float[] Columns(float[] matrix, int rows, int start, int count)
    {
        int width = matrix.Length / rows;
        return [.. Enumerable.Range(0, rows).SelectMany(row => matrix.AsSpan((row * width) + start, count).ToArray())];
    }
}
