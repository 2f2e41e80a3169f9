using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

public class ModuleStructureTests
{
    [Fact]
    public void Parameters_and_buffers_are_named_by_fields_and_places_as_in_TorchSharp()
    {
        using Net net = new();
        Assert.Equal(
            ["scale", "body.fc.weight", "body.fc.bias", "body.norm.weight", "body.norm.bias", "rest.0.weight", "rest.1.weight"],
            net.named_parameters().Select(static p => p.name));
        Assert.Equal(["offset", "body.norm.running_mean", "body.norm.running_var"], net.named_buffers().Select(static b => b.name));
    }

    [Fact]
    public void Train_and_eval_reach_every_part()
    {
        using Net net = new();
        net.eval();
        Assert.All(net.children(), static child => Assert.False(child.training));
        net.train();
        Assert.All(net.children(), static child => Assert.True(child.training));
    }

    [Fact]
    public void Parameters_and_buffers_made_in_a_scope_outlive_it()
    {
        Net net;
        using (NewDisposeScope())
        {
            net = new Net();
        }

        Assert.All(net.state_dict().Values, static value => Assert.False(value.IsInvalid));
        net.Dispose();
    }

    [Fact]
    public void A_state_of_other_names_or_shapes_is_refused_whole()
    {
        using Sequential net = Sequential(Linear(2, 2));
        float[] before = net.parameters().First().data<float>().ToArray();
        Dictionary<string, Tensor> state = new() { ["0.weight"] = zeros(2, 2), ["0.bias"] = zeros(3) };
        Assert.Contains("'0.bias' has shape [3], not [2]", Assert.Throws<ArgumentException>(() => net.load_state_dict(state)).Message, StringComparison.Ordinal);
        state.Remove("0.bias");
        Assert.Contains("missing [0.bias]", Assert.Throws<ArgumentException>(() => net.load_state_dict(state)).Message, StringComparison.Ordinal);
        Assert.Equal(before, net.parameters().First().data<float>().ToArray());
    }

    [Fact]
    public void A_scope_disposes_what_was_made_in_it_but_what_was_moved_out()
    {
        Tensor inside, moved, detached;
        using (NewDisposeScope())
        {
            using (DisposeScope inner = NewDisposeScope())
            {
                inside = zeros(2);
                moved = zeros(2).MoveToOuterDisposeScope();
                detached = zeros(2).DetachFromDisposeScope();
            }

            Assert.True(inside.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.Throws<ObjectDisposedException>(() => inside + 1);
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = new(ones(1));
        private readonly Tensor offset = zeros(1);
        private readonly Module<Tensor, Tensor> body = Sequential(("fc", Linear(3, 2)), ("norm", BatchNorm1d(2)));
        private readonly ModuleList<Linear> rest = ModuleList(Linear(2, 2, hasBias: false), Linear(2, 2, hasBias: false));

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => rest.Aggregate(body.call(input) * scale + offset, static (x, layer) => layer.call(x));
    }
}
