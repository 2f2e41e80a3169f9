using System.Text.Json;
using DrumSpace.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using AdamW = DrumSpace.Training.Learning.AdamW;

namespace DrumSpace.Training.Tests;

public sealed class AdamWTests
{
    private static readonly JsonElement[] Cases = [.. JsonDocument.Parse(File.ReadAllBytes(
        Path.Combine(Repository.Root, "tests", "DrumSpace.Training.Tests", "Golden", "adamw.json")))
        .RootElement.GetProperty("optimizers").EnumerateArray()];

    [Theory]
    [InlineData("no decay", 0.01, 0)]
    [InlineData("decay", 0.01, 0.1)]
    [InlineData("clipped", 0.02, 0.1)]
    public void Twelve_steps_are_those_of_PyTorch(string name, double learningRate, double weightDecay)
    {
        JsonElement golden = Cases.Single(one => one.GetProperty("name").GetString() == name);
        using Sequential net = Sequential(("0", Linear(6, 5)), ("1", ReLU()), ("2", Linear(5, 2)));
        foreach ((string parameterName, Parameter parameter) in net.named_parameters())
        {
            TensorValues.Write(parameter, Read(golden.GetProperty("start").GetProperty(parameterName)));
        }

        using AdamW optimizer = new(net.parameters(), learningRate, weightDecay);
        using Tensor input = tensor(Read(golden.GetProperty("input")), new long[] { 8, 6 });
        using Tensor target = tensor(Read(golden.GetProperty("target")), new long[] { 8, 2 });
        for (int step = 0; step < 12; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.DropGradients();
            Tensor loss = (net.call(input) - target).pow(Scalars.Two).mean();
            loss.backward();
            if (name == "clipped")
            {
                double norm = nn.utils.clip_grad_norm_(net.parameters(), 0.3);
                Assert.Equal(golden.GetProperty("norms")[step].GetDouble(), norm, 1e-5 * norm);
            }

            optimizer.Step();
            Assert.Equal(golden.GetProperty("losses")[step].GetDouble(), loss.item<float>(), 1e-5);
        }

        foreach ((string parameterName, Parameter parameter) in net.named_parameters())
        {
            float[] expected = Read(golden.GetProperty("end").GetProperty(parameterName)), actual = TensorValues.Read(parameter);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f * MathF.Abs(pair.First) + 1.5e-6f));
        }
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_as_it_is()
    {
        using Linear used = Linear(3, 2), other = Linear(3, 2);
        float[] before = [1, 2, 3, 4, 5, 6];
        TensorValues.Write(used.weight, before);
        TensorValues.Write(other.weight, before);
        using AdamW optimizer = new([.. used.parameters(), .. other.parameters()], 0.1, 0.1);
        using Tensor input = tensor([1f, 2f, 3f], new long[] { 1, 3 });
        used.call(input).sum().backward();
        optimizer.Step();
        Assert.Equal(before, TensorValues.Read(other.weight));
        Assert.NotEqual(before, TensorValues.Read(used.weight));
        optimizer.DropGradients();
        float[] after = TensorValues.Read(used.weight);
        optimizer.Step();
        Assert.Equal(after, TensorValues.Read(used.weight));
    }

    private static float[] Read(JsonElement packed) => [.. packed.GetProperty("data").EnumerateArray().Select(one => one.GetSingle())];
}
