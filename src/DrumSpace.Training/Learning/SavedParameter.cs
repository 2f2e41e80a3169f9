using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>A parameter of a model with what its optimizer knows of it: what a checkpoint keeps.</summary>
/// <param name="Name">The parameter's name in its model.</param>
/// <param name="Values">The parameter.</param>
/// <param name="Average">Adam's first moment.</param>
/// <param name="Square">Adam's second moment.</param>
/// <param name="Step">Reads the number of steps taken.</param>
/// <param name="SetStep">Writes it.</param>
internal sealed record SavedParameter(string Name, Tensor Values, Tensor Average, Tensor Square, Func<long> Step, Action<long> SetStep)
{
    // Adam keeps its states in the order of the parameters it was given, and the learners' parameters are the model's in order.

    /// <summary>The parameters of a model, be its optimizer one or one for each of its learners.</summary>
    public static IEnumerable<SavedParameter> Of(nn.Module model, params IEnumerable<AdamW> optimizers) =>
        model.named_parameters().Zip(
            optimizers.SelectMany(optimizer => optimizer.state_dict().State).Cast<AdamW.State>(),
            (named, state) => new SavedParameter(
                named.name, named.parameter, state.exp_avg, state.exp_avg_sq, () => state.step, step => state.step = step));
}
