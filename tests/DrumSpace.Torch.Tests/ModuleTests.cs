using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

/// <summary>Every module's values and gradients agree with PyTorch's, under PyTorch's parameter names.</summary>
public class ModuleTests
{
    public static TheoryData<string> Names => [.. Golden.Names("modules")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_PyTorch(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = Golden.Case("modules", name);
        Tensor[] inputs = Golden.ReadAll(golden.GetProperty("inputs"));
        (Module module, Func<Tensor[]> run) = Make(name, inputs);
        module.load_state_dict(Concat(golden, "parameters", "buffers"));
        foreach (Tensor input in inputs)
        {
            input.requires_grad = input.dtype == ScalarType.Float32;
        }

        Tensor[] outputs = run();
        Tensor total = tensor(0f);
        for (int i = 0; i < outputs.Length; i++)
        {
            Golden.AssertClose(golden.GetProperty("outputs")[i], outputs[i], $"{name}: output {i}");
            total += (outputs[i] * Golden.Read(golden.GetProperty("seeds")[i])).sum();
        }

        total.backward();
        for (int i = 0; i < inputs.Length; i++)
        {
            JsonElement gradient = golden.GetProperty("inputGradients")[i];
            if (gradient.ValueKind != JsonValueKind.Null)
            {
                Golden.AssertClose(gradient, inputs[i].grad, $"{name}: gradient of input {i}");
            }
        }

        foreach ((string parameterName, Parameter parameter) in module.named_parameters())
        {
            Golden.AssertClose(golden.GetProperty("gradients").GetProperty(parameterName), parameter.grad, $"{name}: gradient of {parameterName}");
        }

        foreach ((string bufferName, Tensor buffer) in module.named_buffers())
        {
            Golden.AssertClose(golden.GetProperty("buffersAfter").GetProperty(bufferName), buffer, $"{name}: {bufferName}");
        }
    }

    private static (Module Module, Func<Tensor[]> Run) Make(string name, Tensor[] inputs)
    {
        Module<Tensor, Tensor>? chain = name switch
        {
            "perceptron" => Sequential(Linear(9, 7), ReLU(), Linear(7, 5), LeakyReLU(0.2), Linear(5, 3), Tanh()),
            "batch norm" => Sequential(Linear(5, 4), BatchNorm1d(4), Sigmoid()),
            "batch norm in use" => Sequential(Linear(5, 4), BatchNorm1d(4), SiLU()),
            "layer norm" => Sequential(Linear(5, 6), LayerNorm(6)),
            "convolution" => Sequential(Conv1d(3, 4, 3, padding: 1), ReLU(), Conv1d(4, 2, 4, stride: 2)),
            "embedding" => Sequential(Embedding(7, 4), Linear(4, 3)),
            _ => null,
        };
        if (chain is not null)
        {
            chain.train(name != "batch norm in use");
            return (chain, () => [chain.call(inputs[0])]);
        }

        if (name == "gru cell")
        {
            GRUCell cell = GRUCell(5, 11);
            return (cell, () => [cell.call(inputs[0], inputs[1])]);
        }

        GRU gru = name == "gru" ? GRU(5, 4, 2) : GRU(3, 4, batchFirst: true);
        return (gru, () =>
        {
            (Tensor states, Tensor last) = inputs.Length == 1 ? gru.call(inputs[0]) : gru.call(inputs[0], inputs[1]);
            return [states, last];
        });
    }

    private static Dictionary<string, Tensor> Concat(JsonElement golden, params string[] sections) => sections
        .SelectMany(section => golden.GetProperty(section).EnumerateObject()).ToDictionary(static p => p.Name, static p => Golden.Read(p.Value));
}
