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
        Tensor[] inputs = Golden.ReadAll(golden.GetProperty("inputs"));
        Tensor[] extra = golden.TryGetProperty("extra", out JsonElement more) ? Golden.ReadAll(more) : [];
        foreach (Tensor input in inputs)
        {
            input.requires_grad = input.dtype == ScalarType.Float32;
        }

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
        [
            ("add", (a, b) => a + b), ("sub", (a, b) => a - b), ("mul", (a, b) => a * b), ("div", (a, b) => a / b),
            ("maximum", maximum), ("minimum", minimum),
        ];
        foreach ((string name, Func<Tensor, Tensor, Tensor> function) in binary)
        {
            foreach (string shapes in (string[])["", " row", " column", " outer", " deep", " number"])
            {
                all[name + shapes] = (x, _) => function(x[0], x[1]);
            }
        }

        (string Name, Func<Tensor, Tensor> Function)[] unary =
        [
            ("add scalar", x => x + 1.5), ("reverse sub scalar", x => 2.5 - x), ("mul scalar", x => x * -3), ("div scalar", x => x / 3),
            ("reverse div scalar", x => 2 / x), ("shared operand", x => x * x + x / (x + 3)),
            ("exp", exp), ("sin", sin), ("sigmoid", sigmoid), ("tanh", tanh), ("relu", F.relu), ("silu", F.silu), ("abs", abs),
            ("leaky_relu", x => F.leaky_relu(x, 0.2)), ("softplus", x => F.softplus(x)), ("softplus 2 10", x => F.softplus(x, 2, 10)),
            ("neg", x => -x), ("square", square), ("pow 3", x => x.pow(3)), ("clamp", x => x.clamp(-0.5, 2.2)),
            ("log", log), ("sqrt", sqrt), ("pow -1.5", x => x.pow(-1.5)),
            ("sum", sum), ("mean", mean), ("sum 0", x => x.sum(0)), ("sum 1 keep", x => x.sum(1, keepdim: true)), ("sum -1", x => x.sum(-1)),
            ("sum 0 2", x => x.sum([0, 2])), ("mean 1", x => x.mean([1])), ("mean 0 2 keep", x => x.mean([0, 2], keepdim: true)),
            ("var", x => x.var(1)), ("std keep", x => x.std(0, unbiased: false, keepdim: true)), ("max 1", x => x.max(1).values),
            ("softmax", x => softmax(x, -1)), ("softmax 1", x => x.softmax(1)), ("log_softmax", x => log_softmax(x, -1)),
            ("reshape", x => x.reshape(2, -1) * 2), ("flatten", x => x.flatten(1) * 2), ("squeeze unsqueeze", x => (x.unsqueeze(1) * 2).squeeze(0)),
            ("narrow 0", x => x.narrow(0, 1, 2) * 2), ("narrow 1", x => x.narrow(1, 2, 3) * 2), ("chunk", x => x.chunk(3, 1)[0] * x.chunk(3, 1)[2]),
            ("expand", x => x.expand(4, 3, 5)), ("transpose", x => x.transpose(0, 2) * 2), ("permute", x => x.permute(2, 0, 3, 1) * 2),
            ("flip", x => x.flip(0, 2) * 2), ("masked_fill", x => x.masked_fill(x.gt(0.5), 2)),
            ("layer_norm 2", x => F.layer_norm(x, [3, 4])), ("batch_norm 3", x => F.batch_norm(x, null, null, training: true)),
        ];
        foreach ((string name, Func<Tensor, Tensor> function) in unary)
        {
            all[name] = (x, _) => function(x[0]);
        }

        all["cat"] = (x, _) => cat(x, 1);
        all["stack"] = (x, _) => stack(x, -1);
        all["index_select"] = (x, _) => x[0].index_select(1, x[1]);
        all["gather"] = (x, _) => x[0].gather(1, x[1]);
        all["where"] = (x, _) => where(x[0].gt(0), x[0], x[1]);
        foreach (string name in (string[])["matmul", "matmul folded", "matmul stacked", "matmul vector", "matmul long"])
        {
            all[name] = (x, _) => matmul(x[0], x[1]);
        }

        all["linear"] = (x, _) => F.linear(x[0], x[1], x[2]);
        all["linear no bias"] = (x, _) => F.linear(x[0], x[1]);
        all["conv1d"] = (x, _) => F.conv1d(x[0], x[1], x[2]);
        all["conv1d wide"] = (x, _) => F.conv1d(x[0], x[1], null, 2, 3, 2);
        all["embedding"] = (x, _) => F.embedding(x[1], x[0]);
        all["layer_norm"] = (x, _) => F.layer_norm(x[0], [5], x[1], x[2]);
        all["batch_norm"] = (x, _) => F.batch_norm(x[0], null, null, x[1], x[2], training: true);
        all["bce logits"] = (x, e) => F.binary_cross_entropy_with_logits(x[0], e[0]);
        all["bce logits none"] = (x, e) => F.binary_cross_entropy_with_logits(x[0], e[0], reduction: nn.Reduction.None);
        all["bce logits weighted"] = (x, e) => F.binary_cross_entropy_with_logits(x[0], e[0], e[1], nn.Reduction.Sum, e[2]);
        all["bce"] = (x, e) => F.binary_cross_entropy(x[0], e[0]);
        all["mse"] = (x, _) => F.mse_loss(x[0], x[1]);
        all["l1"] = (x, _) => F.l1_loss(x[0], x[1], nn.Reduction.Sum);
        all["kl_div"] = (x, e) => F.kl_div(x[0], e[0], log_target: false, nn.Reduction.Sum);
        all["kl_div log"] = (x, _) => F.kl_div(x[0], x[1]);
        all["cross_entropy"] = (x, _) => F.cross_entropy(x[0], x[1]);
        all["cross_entropy deep"] = (x, e) => F.cross_entropy(x[0], e[0], e[1], label_smoothing: 0.1);
        all["kl to standard normal"] = (x, _) => -0.5 * (1 + x[1] - x[0] * x[0] - x[1].exp()).sum(1).mean();
        return all;
    }
}
