namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>org.a11y.atspi.Accessible: what an element is, and what lies in it.</summary>
internal sealed class AccessibleInterface : IAtSpiInterface
{
    private const string Language = "en";

    /// <inheritdoc/>
    public string Name => "org.a11y.atspi.Accessible";

    /// <inheritdoc/>
    public IReadOnlyList<string> Properties { get; } =
        ["Name", "Description", "Parent", "ChildCount", "Locale", "AccessibleId", "HelpText"];

    /// <inheritdoc/>
    public bool IsOf(AccessibleElement element) => true;

    /// <inheritdoc/>
    public object? Get(AtSpiScene scene, AccessibleElement element, string property) => property switch
    {
        "Name" => element.Name,
        "Description" or "HelpText" => element.Hint,
        "Parent" => element.Id == AtSpiReference.ApplicationId ? scene.Desktop : scene.ReferenceTo(element.Parent),
        "ChildCount" => element.Children.Count,
        "Locale" => Language,
        "AccessibleId" => "",
        _ => null,
    };

    /// <inheritdoc/>
    public object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments) => (member, arguments) switch
    {
        ("GetChildAtIndex", [int index]) =>
            [index >= 0 && index < element.Children.Count ? scene.ReferenceTo(element.Children[index]) : AtSpiReference.None],
        ("GetChildren", []) => [element.Children.Select(scene.ReferenceTo).ToArray()],
        ("GetIndexInParent", []) => [element.Index],
        ("GetRelationSet", []) => [AtSpiEmpty.Relations],
        ("GetRole", []) => [AtSpiRoles.Of(element).Number],
        ("GetRoleName", []) => [AtSpiRoles.Of(element).Name],
        ("GetLocalizedRoleName", []) => [element.Role],
        ("GetState", []) => [AtSpiStates.BitsOf(element.States)],
        ("GetAttributes", []) => [AttributesOf(element)],
        ("GetApplication", []) => [scene.ReferenceTo(AtSpiReference.ApplicationId)],
        ("GetInterfaces", []) => [AtSpiRequests.InterfacesOf(element).Select(one => one.Name).ToArray()],
        _ => null,
    };

    // Screen readers tell "valuetext" in place of a bare number.
    private static Dictionary<string, string> AttributesOf(AccessibleElement element)
    {
        Dictionary<string, string> attributes = new() { ["toolkit"] = "DrumSpace" };
        AddIfAny(attributes, "valuetext", element.Value);
        AddIfAny(attributes, "range", element.Range);
        return attributes;
    }

    private static void AddIfAny(Dictionary<string, string> attributes, string name, string value)
    {
        if (value.Length > 0)
        {
            attributes[name] = value;
        }
    }
}
