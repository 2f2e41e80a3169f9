namespace TorchSharp.Modules;

/// <summary>Parameters with one learning rate.</summary>
public sealed class ParamGroup
{
    internal ParamGroup(IReadOnlyList<Parameter> parameters, double learningRate)
    {
        Parameters = parameters;
        LearningRate = learningRate;
    }

    /// <summary>Gets or sets the learning rate.</summary>
    public double LearningRate { get; set; }

    internal IReadOnlyList<Parameter> Parameters { get; }
}
