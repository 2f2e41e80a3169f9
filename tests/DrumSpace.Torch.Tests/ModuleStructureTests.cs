using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

public class ModuleStructureTests
{
    [Fact]
    public void Parameters_are_named_by_fields_and_indices_as_in_TorchSharp()
    {
        using Net net = new();
        Assert.Equal(
            ["scale", "body.fc.weight", "body.fc.bias", "rest.0.weight", "rest.1.weight"],
            net.named_parameters().Select(static p => p.name));
    }

    [Fact]
    public void Parameters_created_in_a_scope_outlive_it()
    {
        Net net;
        using (NewDisposeScope())
        {
            net = new Net();
        }

        Assert.All(net.parameters(), static value => Assert.NotEmpty(value.data<float>().ToArray()));
        net.Dispose();
        Assert.All(net.parameters(), static value => Assert.Throws<ObjectDisposedException>(() => value.data<float>().ToArray()));
    }

    [Fact]
    public void A_scope_disposes_what_was_created_in_it_except_what_was_detached()
    {
        Tensor inside, detached;
        using (NewDisposeScope())
        {
            inside = zeros(2);
            detached = zeros(2).DetachFromDisposeScope();
        }

        Assert.Throws<ObjectDisposedException>(() => inside * Values.Two);
        Assert.Equal([1f, 1f], detached.add(Values.One, Values.One).data<float>().ToArray());
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = new(Values.Full(1, 1));
        private readonly Module<Tensor, Tensor> body = Sequential(("fc", Linear(3, 2)), ("relu", ReLU()));
        private readonly ModuleList<Linear> rest = ModuleList(Linear(2, 2, hasBias: false), Linear(2, 2, hasBias: false));

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => rest.Aggregate(body.call(input) * scale, static (x, layer) => layer.call(x));
    }
}
