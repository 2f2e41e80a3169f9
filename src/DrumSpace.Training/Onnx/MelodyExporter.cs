using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Models;
using TorchSharp.Modules;

namespace DrumSpace.Training.Onnx;

/// <summary>Exports one step of a melody model as an ONNX model; the sampler runs it 32 times and passes the state on.</summary>
public static class MelodyExporter
{
    /// <summary>
    /// "drums" [N, 448] (the pattern rotated so that the step comes first), "step" [N, 32], "previous" and "bar_before" [N, 38] and
    /// "setting" [N, 40], of zeros and ones, and "state" [N, 128] to "logits" [N, 38] and "next_state" [N, 128].
    /// </summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Export(MelodyModel model)
    {
        var graph = new OnnxGraph("melody");
        string drums = graph.Input("drums", Pattern.CellCount), step = graph.Input("step", MelodyPhrase.StepCount);
        string previous = graph.Input("previous", MelodyToken.Count), barBefore = graph.Input("bar_before", MelodyToken.Count);
        string setting = graph.Input("setting", MelodyTensors.SettingWidth), state = graph.Input("state", MelodyTensors.StateSize);

        string drumFeatures = graph.Add(
            "Relu",
            "heard",
            graph.Add(
                "Add",
                "heardSum",
                graph.Linear("drumsLayer", drums, model.DrumsLayer),
                graph.Linear("stepTable", step, Transpose(model.StepTable), [], MelodyShape.DrumFeatures)));
        string token = graph.Linear("tokenTable", previous, TokenColumns(model), [], MelodyShape.TokenSize);
        string barToken = graph.Linear("barTokenTable", barBefore, TokenColumns(model), [], MelodyShape.TokenSize);
        string settingVector = graph.Linear("settingTable", setting, SettingColumns(model), [], MelodyShape.SettingSize);
        string next = AddGru(graph, graph.Concat("input", drumFeatures, token, barToken, settingVector), state, model.Gru);
        string logits = graph.Linear("answer", graph.Concat("known", next, drumFeatures), model.OutputLayer);
        graph.Output("logits", logits, MelodyToken.Count);
        graph.Output("next_state", next, MelodyTensors.StateSize);
        return graph.Build();
    }

    // A gated recurrent unit as torch defines it: the reset gate applies to the state's product after its bias is added.
    private static string AddGru(OnnxGraph graph, string input, string state, GRU gru)
    {
        Dictionary<string, float[]> weights = gru.named_parameters().ToDictionary(
            named => named.name, named => TensorValues.Read(named.parameter));
        const int Gates = 3 * MelodyTensors.StateSize;
        string fromInput = graph.Linear("memoryInput", input, weights["weight_ih_l0"], weights["bias_ih_l0"], Gates);
        string fromState = graph.Linear("memoryState", state, weights["weight_hh_l0"], weights["bias_hh_l0"], Gates);
        string[] i = graph.Split("inputGates", fromInput, 3), h = graph.Split("stateGates", fromState, 3);
        string reset = graph.Add("Sigmoid", "reset", graph.Add("Add", "resetSum", i[0], h[0]));
        string update = graph.Add("Sigmoid", "update", graph.Add("Add", "updateSum", i[1], h[1]));
        string kept = graph.Add("Mul", "keptState", reset, h[2]);
        string fresh = graph.Add("Tanh", "fresh", graph.Add("Add", "freshSum", i[2], kept));
        string change = graph.Add("Mul", "change", update, graph.Add("Sub", "difference", state, fresh));
        return graph.Add("Add", "nextState", fresh, change);
    }

    // From an embedding [index, size] to the weights [size, index] of a linear layer.
    private static float[] Transpose(Embedding table) =>
        Columns((int)table.weight!.shape[0], TensorValues.Read(table.weight), (int)table.weight.shape[1]);

    private static float[] Columns(int count, float[] rows, int size)
    {
        var columns = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            columns[i % size * count + i / size] = rows[i];
        }

        return columns;
    }

    private static float[] TokenColumns(MelodyModel model)
    {
        float[] tones = TensorValues.Read(model.ToneTable.weight!), octaves = TensorValues.Read(model.ToneOctaveTable.weight!);
        var rows = new List<float>();
        for (int token = 0; token < MelodyToken.Count; token++)
        {
            rows.AddRange(tones.AsSpan(MelodyShape.ToneOf(token) * MelodyShape.ToneSize, MelodyShape.ToneSize));
            rows.AddRange(octaves.AsSpan(MelodyShape.ToneOctaveOf(token) * MelodyShape.ToneOctaveSize, MelodyShape.ToneOctaveSize));
        }

        return Columns(MelodyToken.Count, [.. rows], MelodyShape.TokenSize);
    }

    // Each part of the setting has its own block of inputs and outputs.
    private static float[] SettingColumns(MelodyModel model)
    {
        const int Size = MelodyShape.SettingPartSize;
        var columns = new float[MelodyShape.SettingSize * MelodyTensors.SettingWidth];
        int first = 0;
        for (int part = 0; part < model.SettingTables.Count; part++)
        {
            float[] table = TensorValues.Read(model.SettingTables[part].weight!);
            for (int i = 0; i < table.Length; i++)
            {
                columns[(part * Size + i % Size) * MelodyTensors.SettingWidth + first + i / Size] = table[i];
            }

            first += MelodyTensors.SettingWidths[part];
        }

        return columns;
    }
}
