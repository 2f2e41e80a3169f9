using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>A parameter of a model with the optimizer's state of it: what a checkpoint stores.</summary>
/// <param name="Name">The parameter's name in its model.</param>
/// <param name="Values">The parameter.</param>
/// <param name="Average">Adam's first moment.</param>
/// <param name="Square">Adam's second moment.</param>
/// <param name="Step">Reads the number of steps taken.</param>
/// <param name="SetStep">Writes it.</param>
internal sealed record SavedParameter(string Name, Tensor Values, Tensor Average, Tensor Square, Func<long> Step, Action<long> SetStep)
{
    // Adam's states are in the order of its parameters, and the learners' parameters are the model's in order.

    /// <summary>The parameters of a model with one optimizer for each of its learners.</summary>
    public static IEnumerable<SavedParameter> Of(nn.Module model, params IEnumerable<AdamW> optimizers) =>
        model.named_parameters().Zip(
            optimizers.SelectMany(optimizer => optimizer.state_dict().State).Cast<AdamW.State>(),
            (named, state) => new SavedParameter(
                named.name, named.parameter, state.exp_avg, state.exp_avg_sq, () => state.step, step => state.step = step));
}
