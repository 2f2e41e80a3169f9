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
        Tensor[] inputs = Golden.ReadInputs(golden.GetProperty("inputs"));
        (Module module, Func<Tensor[]> run) = Make(name, inputs);
        Golden.Load(golden.GetProperty("parameters"), module);

        Tensor[] outputs = run();
        Tensor total = tensor(0f);
        for (int i = 0; i < outputs.Length; i++)
        {
            Golden.AssertClose(golden.GetProperty("outputs")[i], outputs[i], $"{name}: output {i}");
            total = total.add((outputs[i] * Golden.Read(golden.GetProperty("seeds")[i])).sum(), Values.One);
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
            JsonElement gradient = golden.GetProperty("gradients").GetProperty(parameterName);
            Golden.AssertClose(gradient, parameter.grad, $"{name}: gradient of {parameterName}");
        }
    }

    private static (Module Module, Func<Tensor[]> Run) Make(string name, Tensor[] inputs)
    {
        if (name.StartsWith("gru", StringComparison.Ordinal))
        {
            GRU gru = name == "gru" ? GRU(5, 4) : GRU(3, 4);
            return (gru, () =>
            {
                (Tensor states, Tensor last) = gru.call(inputs[0], inputs.Length == 1 ? null : inputs[1]);
                return [states, last];
            });
        }

        Sequential chain = name == "embedding"
            ? Sequential(("0", Embedding(7, 4)), ("1", Linear(4, 3)))
            : Sequential(("0", Linear(9, 7)), ("1", ReLU()), ("2", Linear(7, 3)));
        return (chain, () => [chain.call(inputs[0])]);
    }
}
