using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

public class AutogradTests
{
    [Fact]
    public void Gradients_of_several_losses_add_up_until_they_are_dropped()
    {
        Parameter x = new(tensor([2f, 3f], [2]));
        (x * x).sum().backward();
        (x * Values.Five).sum().backward();
        Assert.Equal([9f, 11f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
        (x * Values.Five).sum().backward();
        Assert.Equal([5f, 5f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Nothing_is_recorded_under_no_grad_or_after_detach()
    {
        Parameter x = new(Values.Full(3, 1));
        using (no_grad())
        {
            Assert.Throws<InvalidOperationException>((x * Values.Two).sum().backward);
        }

        Tensor y = (x * Values.Two).detach() * x;
        y.sum().backward();
        Assert.Equal([2f, 2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_tensor_disposed_after_use_still_serves_the_gradient()
    {
        Parameter x = new(tensor([1f, 2f, 3f], [3]));
        Tensor loss;
        using (Tensor square = x * x)
        {
            loss = (square * square).sum();
        }

        Tensor[] others = [.. Enumerable.Range(0, 20).Select(_ => Values.Full(3, 99))];
        loss.backward();
        Assert.Equal([4f, 32f, 108f], x.grad!.data<float>().ToArray());
        Assert.All(others, other => Assert.Equal([99f, 99f, 99f], other.data<float>().ToArray()));
    }

    [Fact]
    public void A_second_backward_through_one_graph_is_refused()
    {
        Parameter x = new(Values.Full(2, 1));
        Tensor y = x.exp();
        y.sum().backward();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => (y * Values.Two).sum().backward());
        Assert.Contains("'exp'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_value_changed_in_place_is_found()
    {
        Parameter x = new(Values.Full(2, 1));
        Tensor factor = Values.Full(2, 3);
        Tensor loss = (x * factor).sum();
        factor.copy_(zeros(2));
        Assert.Contains("'mul'", Assert.Throws<InvalidOperationException>(loss.backward).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_is_changed_in_place_only_under_no_grad()
    {
        Parameter x = new(Values.Full(2, 1));
        Assert.Throws<InvalidOperationException>(() => x.copy_(zeros(2)));
        using (no_grad())
        {
            x.copy_(zeros(2));
        }

        Assert.Equal([0f, 0f], x.data<float>().ToArray());
    }

    [Fact]
    public void A_graph_of_ten_thousand_operations_needs_no_deep_stack()
    {
        Parameter x = new(Values.Full(1, 1));
        Tensor y = x;
        for (int i = 0; i < 10_000; i++)
        {
            y = y.add(Values.One, Values.One);
        }

        y.sum().backward();
        Assert.Equal(1f, x.grad!.item<float>());
    }

    [Fact]
    public void A_gradient_ends_where_a_critic_s_input_is_detached()
    {
        using Linear one = Linear(3, 2), two = Linear(2, 1);
        Values.Draw(one, 1);
        Values.Draw(two, 3);
        two.call(one.call(Values.Random(5, 4, 3)).detach()).mean().backward();
        Assert.Null(one.parameters().First().grad);
        Assert.All(two.parameters(), static value => Assert.NotNull(value.grad));
    }
}
