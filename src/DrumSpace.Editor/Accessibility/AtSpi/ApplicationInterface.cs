namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>org.a11y.atspi.Application: what program the window is of.</summary>
/// <remarks>Without GetApplicationBusAddress: the application has no bus of its own beside the one that all are on.</remarks>
internal sealed class ApplicationInterface : IAtSpiInterface
{
    private const string InterfaceVersion = "2.1";

    private static readonly string Version = typeof(ApplicationInterface).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <inheritdoc/>
    public string Name => "org.a11y.atspi.Application";

    /// <inheritdoc/>
    public IReadOnlyList<string> Properties { get; } = ["ToolkitName", "Version", "ToolkitVersion", "AtspiVersion", "Id"];

    /// <inheritdoc/>
    public bool IsOf(AccessibleElement element) => element.Id == AtSpiReference.ApplicationId;

    /// <inheritdoc/>
    public object? Get(AtSpiScene scene, AccessibleElement element, string property) => property switch
    {
        "ToolkitName" => "DrumSpace",
        "Version" or "ToolkitVersion" => Version,
        "AtspiVersion" => InterfaceVersion,
        "Id" => 0,
        _ => null,
    };

    /// <inheritdoc/>
    public bool Set(AtSpiScene scene, AccessibleElement element, string property, object value) =>
        // The registry numbers the applications; nothing here needs the number.
        property == "Id";

    /// <inheritdoc/>
    public object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments) =>
        (member, arguments) is ("GetLocale", [uint]) ? ["C"] : null;
}
