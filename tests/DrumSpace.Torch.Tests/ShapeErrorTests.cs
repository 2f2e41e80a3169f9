using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace DrumSpace.Torch.Tests;

/// <summary>A mismatch is one error that names the operation and the shapes.</summary>
public class ShapeErrorTests
{
    private static readonly Dictionary<string, Action> Mistakes = new()
    {
        ["add: shapes [2, 3] and [4] do not broadcast"] = () => _ = zeros(2, 3) + zeros(4),
        ["matmul: shapes [2, 3] and [4, 5] do not fit"] = () => matmul(zeros(2, 3), zeros(4, 5)),
        ["linear: input [2, 3] does not fit weights [5, 4]"] = () => F.linear(zeros(2, 3), zeros(5, 4)),
        ["linear: input [2, 4] does not fit weights [5, 4] and bias [4]"] = () => F.linear(zeros(2, 4), zeros(5, 4), zeros(4)),
        ["reshape: shape [2, 3] has 6 elements and does not fit [4, -1]"] = () => zeros(2, 3).reshape(4, -1),
        ["cat: Float32 [2, 3] and Float32 [3, 3] do not join along dimension 1"] = () => cat([zeros(2, 3), zeros(3, 3)], 1),
        ["stack: shapes [2] and [3] differ"] = () => stack([zeros(2), zeros(3)]),
        ["narrow: 2..5 is outside of dimension 0 of shape [4, 2]"] = () => zeros(4, 2).narrow(0, 2, 3),
        ["sum: dimension 2 does not exist in shape [4, 2]"] = () => zeros(4, 2).sum(2),
        ["expand: shape [2] does not expand to [3, 1]"] = () => zeros(2).expand(3, 1),
        ["copy_: shapes [2] and [3] do not broadcast"] = () => zeros(2).copy_(zeros(3)),
        ["index_select: index 4 is outside of 0..3"] = () => zeros(4).index_select(0, tensor([0L, 4L])),
        ["gather: index shape [2, 1] does not fit shape [3, 2] along dimension 1"] = () => zeros(3, 2).gather(1, tensor([0L, 1L], [2, 1])),
        ["mse_loss: input [2] and target [3] differ"] = () => F.mse_loss(zeros(2), zeros(3)),
        ["binary_cross_entropy_with_logits: input [2] and target [2, 1] differ"] = () => F.binary_cross_entropy_with_logits(zeros(2), zeros(2, 1)),
        ["cross_entropy: logits [2, 3] and classes [3] do not fit"] = () => F.cross_entropy(zeros(2, 3), arange(3)),
        ["conv1d: input [1, 2, 3] does not fit weights [4, 3, 1]"] = () => F.conv1d(zeros(1, 2, 3), zeros(4, 3, 1)),
        ["layer_norm: input [2, 3] does not end in [2]"] = () => F.layer_norm(zeros(2, 3), [2]),
        ["batch_norm: input [4, 3] is not [n, channels] or [n, channels, length] with 2 channels"] = () => F.batch_norm(zeros(4, 3), zeros(2), ones(2)),
        ["tensor: 3 elements do not fit shape [2, 2]"] = () => tensor([1f, 2f, 3f], [2, 2]),
        ["an Int64 tensor holds indices and takes no part in arithmetic; convert it with to_type"] = () => _ = arange(3) + zeros(3),
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
