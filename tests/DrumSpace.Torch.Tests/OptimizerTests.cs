using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

/// <summary>Twelve steps of every optimizer, and every schedule, agree with PyTorch's.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Optimizers => [.. Golden.Names("optimizers")];

    public static TheoryData<string> Schedules => [.. Golden.Names("schedules")];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Steps_are_those_of_PyTorch(string name)
    {
        JsonElement golden = Golden.Case("optimizers", name);
        using Sequential net = Sequential(Linear(6, 5), Tanh(), Linear(5, 2));
        net.load_state_dict(golden.GetProperty("start").EnumerateObject().ToDictionary(static p => p.Name, static p => Golden.Read(p.Value)));
        using optim.Optimizer optimizer = Make(name, net);
        Tensor input = Golden.Read(golden.GetProperty("input")), target = Golden.Read(golden.GetProperty("target"));
        for (int step = 0; step < 12; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor loss = functional.mse_loss(net.call(input), target);
            loss.backward();
            if (name.EndsWith("clipped", StringComparison.Ordinal))
            {
                double norm = utils.clip_grad_norm_(net.parameters(), 0.3);
                Assert.Equal(golden.GetProperty("norms")[step].GetDouble(), norm, 1e-5 * norm);
            }

            optimizer.step();
            Assert.Equal(golden.GetProperty("losses")[step].GetDouble(), loss.ToDouble(), 1e-5);
        }

        foreach ((string parameterName, Parameter parameter) in net.named_parameters())
        {
            Golden.AssertClose(golden.GetProperty("end").GetProperty(parameterName), parameter, $"{name}: {parameterName}");
        }
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Learning_rates_are_those_of_PyTorch(string name)
    {
        using optim.Optimizer optimizer = optim.SGD([new Parameter(zeros(1))], 0.1);
        optim.lr_scheduler.LRScheduler schedule = name switch
        {
            "step" => optim.lr_scheduler.StepLR(optimizer, 6, 0.5),
            "cosine" => optim.lr_scheduler.CosineAnnealingLR(optimizer, 20, 0.001),
            "lambda" => optim.lr_scheduler.LambdaLR(optimizer, step => Math.Min(1, (step + 1) / 5.0) / Math.Sqrt(step + 1)),
            "exponential" => optim.lr_scheduler.ExponentialLR(optimizer, 0.9),
            _ => optim.lr_scheduler.OneCycleLR(optimizer, 0.2, 20, cycle_momentum: false),
        };
        foreach (JsonElement rate in Golden.Case("schedules", name).GetProperty("rates").EnumerateArray())
        {
            Assert.Equal(rate.GetDouble(), schedule.get_last_lr().Single(), 1e-12);
            optimizer.step();
            schedule.step();
        }
    }

    private static optim.Optimizer Make(string name, Module net) => name switch
    {
        "sgd" => optim.SGD(net.parameters(), 0.1),
        "sgd momentum" => optim.SGD(net.parameters(), 0.05, momentum: 0.9, weight_decay: 0.01),
        "sgd nesterov" => optim.SGD(net.parameters(), 0.05, momentum: 0.9, nesterov: true),
        "adam" => optim.Adam(net.parameters(), 0.01, beta2: 0.999),
        "adam decay" => optim.Adam(net.parameters(), 0.01, 0.8, 0.99, 1e-6, 0.1),
        "adamw" => optim.AdamW(net.parameters(), 0.01, weight_decay: 0.1),
        _ => optim.AdamW(net.parameters(), 0.02, weight_decay: 0.1),
    };
}
