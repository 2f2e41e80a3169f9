using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace DrumSpace.Torch.Tests;

/// <summary>A mismatch is one error that names the operation and the shapes.</summary>
public class ShapeErrorTests
{
    private static readonly Dictionary<string, Action> Mistakes = new()
    {
        ["add: shapes [2, 3] and [4] do not broadcast"] = () => zeros(2, 3).add(zeros(4), Values.One),
        ["matmul: shapes [2, 3] and [4, 5] do not fit"] = () => zeros(2, 3).matmul(zeros(4, 5)),
        ["linear: input [2, 3] does not fit weights [5, 4]"] = () => F.linear(zeros(2, 3), zeros(5, 4)),
        ["linear: input [2, 4] does not fit weights [5, 4] and bias [4]"] = () => F.linear(zeros(2, 4), zeros(5, 4), zeros(4)),
        ["reshape: shape [2, 3] has 6 elements and does not fit [4, -1]"] = () => zeros(2, 3).reshape(4, -1),
        ["cat: shapes [2, 3] and [3, 3] do not join along dimension 1"] = () => cat([zeros(2, 3), zeros(3, 3)], 1),
        ["narrow: 2..5 is outside of dimension 0 of shape [4, 2]"] = () => zeros(4, 2).narrow(0, 2, 3),
        ["sum: dimension 2 does not exist in shape [4, 2]"] = () => zeros(4, 2).sum(2),
        ["log_softmax: dimension 0 of shape [4, 2] is not the last one"] = () => zeros(4, 2).log_softmax(0),
        ["copy_: shapes [2] and [3] differ"] = () => zeros(2).copy_(zeros(3)),
        ["add_: shapes [2] and [3] differ"] = () => zeros(2).add_(zeros(3), Values.One),
        ["pow: the exponent is 1, and only 2 is supported"] = () => zeros(2).pow(Values.One),
        ["Embedding: index 4 is outside of 0..3"] = () => nn.Embedding(4, 2).call(Values.Indices(5)),
        ["gather: index 3 is outside of 0..2"] = () => F.cross_entropy(zeros(4, 3), Values.Indices(4)),
        ["binary_cross_entropy_with_logits: input [2] and target [2, 1] differ"] =
            () => F.binary_cross_entropy_with_logits(zeros(2), zeros(2, 1)),
        ["cross_entropy: logits [2, 3] and classes [3] do not fit"] = () => F.cross_entropy(zeros(2, 3), Values.Indices(3)),
        ["gru: input [2, 3] is no batch of sequences"] = () => nn.GRU(3, 4).call(zeros(2, 3)),
        ["tensor: 3 elements do not fit shape [2, 2]"] = () => tensor([1f, 2f, 3f], [2, 2]),
        ["an Int64 tensor holds indices and takes no part in arithmetic"] = () => _ = Values.Indices(3) * zeros(3),
        ["data<Int64>: the tensor holds Float32"] = () => zeros(3).data<long>(),
        ["backward: a gradient starts at a single number, not at shape [2]"] = () => zeros(2).backward(),
        ["item: shape [2] has 2 elements, not one"] = () => zeros(2).item<float>(),
    };

    public static TheoryData<string> Messages => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void The_message_names_what_does_not_fit(string message)
    {
        Exception error = Assert.ThrowsAny<Exception>(Mistakes[message]);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
