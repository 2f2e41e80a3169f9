using DrumSpace.Editor.Widgets;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>org.a11y.atspi.Value: an element's value as a number, to read and to set.</summary>
internal sealed class ValueInterface : IAtSpiInterface
{
    /// <inheritdoc/>
    public string Name => "org.a11y.atspi.Value";

    /// <inheritdoc/>
    public IReadOnlyList<string> Properties { get; } = ["MinimumValue", "MaximumValue", "MinimumIncrement", "CurrentValue", "Text"];

    /// <inheritdoc/>
    public bool IsOf(AccessibleElement element) => element.Number != null;

    /// <inheritdoc/>
    public object? Get(AtSpiScene scene, AccessibleElement element, string property)
    {
        ControlNumber number = element.Number ?? default;
        return property switch
        {
            "MinimumValue" => number.Minimum,
            "MaximumValue" => number.Maximum,
            "MinimumIncrement" => number.Step,
            "CurrentValue" => number.Value,
            "Text" => element.Value,
            _ => null,
        };
    }

    /// <inheritdoc/>
    public bool Set(AtSpiScene scene, AccessibleElement element, string property, object value)
    {
        double? number = value switch { double real => real, int whole => whole, uint whole => whole, _ => null };
        return property == "CurrentValue" && number != null
            && scene.Post(new AccessibleRequest(AccessibleRequestKind.SetNumber, element.Id, Value: number.Value));
    }

    /// <inheritdoc/>
    public object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments) => null;
}
