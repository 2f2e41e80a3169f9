using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>A parameter of a model with the optimizer's state of it: what a checkpoint stores.</summary>
/// <param name="Name">The parameter's name in its model.</param>
/// <param name="State">The parameter and its state.</param>
internal sealed record SavedParameter(string Name, AdamWState State)
{
    // The states are in the order of the optimizer's parameters, and the learners' parameters are the model's in order.

    /// <summary>The parameters of a model with one optimizer for each of its learners.</summary>
    public static IEnumerable<SavedParameter> Of(nn.Module model, params IEnumerable<AdamW> optimizers) =>
        model.named_parameters().Zip(
            optimizers.SelectMany(optimizer => optimizer.States), (named, state) => new SavedParameter(named.name, state));
}
