using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

/// <summary>Twelve steps of the optimizer agree with PyTorch's.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Names => [.. Golden.Names("optimizers")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_are_those_of_PyTorch(string name)
    {
        JsonElement golden = Golden.Case("optimizers", name);
        using Sequential net = Sequential(("0", Linear(6, 5)), ("1", ReLU()), ("2", Linear(5, 2)));
        Golden.Load(golden.GetProperty("start"), net);
        using AdamW optimizer = Make(name, net);
        Tensor input = Golden.Read(golden.GetProperty("input")), target = Golden.Read(golden.GetProperty("target"));
        for (int step = 0; step < 12; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor loss = (net.call(input) - target).square().mean();
            loss.backward();
            if (name == "clipped")
            {
                double norm = utils.clip_grad_norm_(net.parameters(), 0.3);
                Assert.Equal(golden.GetProperty("norms")[step].GetDouble(), norm, 1e-5 * norm);
            }

            optimizer.step();
            Assert.Equal(golden.GetProperty("losses")[step].GetDouble(), loss.item<float>(), 1e-5);
        }

        foreach ((string parameterName, Parameter parameter) in net.named_parameters())
        {
            Golden.AssertClose(golden.GetProperty("end").GetProperty(parameterName), parameter, $"{name}: {parameterName}");
        }
    }

    private static AdamW Make(string name, Sequential net) => name switch
    {
        "no decay" => optim.AdamW(net.parameters(), 0.01),
        "decay" => optim.AdamW(net.parameters(), 0.01, weight_decay: 0.1),
        "other betas" => optim.AdamW(net.parameters(), 0.01, 0.8, 0.99, 1e-6, 0.1),
        _ => optim.AdamW(net.parameters(), 0.02, weight_decay: 0.1),
    };
}
