using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace DrumSpace.Torch.Tests;

/// <summary>Every operator's values and gradients agree with PyTorch's.</summary>
public class OperatorTests
{
    private static readonly Dictionary<string, Func<Tensor[], Tensor[], Tensor>> Operators = Make();

    public static TheoryData<string> Names => [.. Golden.Names("operators")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_PyTorch(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = Golden.Case("operators", name);
        Tensor[] inputs = Golden.ReadInputs(golden.GetProperty("inputs"));
        Tensor[] extra = golden.TryGetProperty("extra", out JsonElement more) ? [.. more.EnumerateArray().Select(Golden.Read)] : [];
        Tensor output = Operators[name](inputs, extra);
        Golden.AssertClose(golden.GetProperty("output"), output, $"{name}: value");
        (output * Golden.Read(golden.GetProperty("seed"))).sum().backward();
        for (int i = 0; i < inputs.Length; i++)
        {
            JsonElement gradient = golden.GetProperty("gradients")[i];
            if (gradient.ValueKind != JsonValueKind.Null)
            {
                Golden.AssertClose(gradient, inputs[i].grad, $"{name}: gradient of input {i}");
            }
        }
    }

    [Fact]
    public void Every_operator_has_golden_values() => Assert.Equal(Golden.Names("operators").Order(), Operators.Keys.Order());

    private static Dictionary<string, Func<Tensor[], Tensor[], Tensor>> Make()
    {
        Dictionary<string, Func<Tensor[], Tensor[], Tensor>> all = [];
        (string Name, Func<Tensor, Tensor, Tensor> Function)[] binary =
            [("add", (a, b) => a.add(b, Values.One)), ("sub", (a, b) => a - b), ("mul", (a, b) => a * b), ("div", (a, b) => a / b)];
        foreach ((string name, Func<Tensor, Tensor, Tensor> function) in binary)
        {
            foreach (string shapes in (string[])["", " row", " column", " outer", " deep", " number"])
            {
                all[name + shapes] = (x, _) => function(x[0], x[1]);
            }
        }

        (string Name, Func<Tensor, Tensor> Function)[] unary =
        [
            ("add scalar", x => x.add(0.5.ToScalar(), 3.0.ToScalar())), ("sub scalar", x => x - 2.5.ToScalar()),
            ("mul scalar", x => x * (-3.0).ToScalar()), ("div scalar", x => x / 3.0.ToScalar()),
            ("shared operand", x => (x * x).add(x / x.add(3.0.ToScalar(), Values.One), Values.One)),
            ("exp", x => x.exp()), ("sin", x => x.sin()), ("sigmoid", x => x.sigmoid()), ("tanh", x => x.tanh()), ("relu", x => x.relu()),
            ("square", x => x.pow(Values.Two)), ("sqrt", x => x.sqrt()),
            ("sum", x => x.sum()), ("mean", x => x.mean()), ("sum 0", x => x.sum(0)), ("sum 1 keep", x => x.sum(1, keepdim: true)),
            ("sum -1", x => x.sum(-1)), ("log_softmax", x => x.log_softmax(-1)),
            ("reshape", x => x.reshape(2, -1) * Values.Two), ("narrow 0", x => x.narrow(0, 1, 2) * Values.Two), ("narrow 1", x => x.narrow(1, 2, 3) * Values.Two),
            ("flip", x => x.flip(0, 2) * Values.Two),
        ];
        foreach ((string name, Func<Tensor, Tensor> function) in unary)
        {
            all[name] = (x, _) => function(x[0]);
        }

        all["cat"] = (x, _) => cat(x, 1);
        foreach (string name in (string[])["matmul", "matmul folded", "matmul stacked", "matmul long"])
        {
            all[name] = (x, _) => x[0].matmul(x[1]);
        }

        all["linear"] = (x, _) => F.linear(x[0], x[1], x[2]);
        all["linear no bias"] = (x, _) => F.linear(x[0], x[1]);
        all["bce logits"] = (x, e) => F.binary_cross_entropy_with_logits(x[0], e[0]);
        all["cross_entropy"] = (x, _) => F.cross_entropy(x[0], x[1]);
        all["kl to standard normal"] = (x, _) => ((x[0] * x[0]).add(x[1].exp(), Values.One) - x[1] - Values.One).sum(1).mean() * 0.5.ToScalar();
        return all;
    }
}
