namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>Answers the requests of programs. Knows no bus.</summary>
/// <remarks>Any thread.</remarks>
internal static class AtSpiRequests
{
    private const string PropertiesInterface = "org.freedesktop.DBus.Properties";
    private const string CacheInterface = "org.a11y.atspi.Cache";
    private const string CachePath = "/org/a11y/atspi/cache";

    /// <summary>The interface for places.</summary>
    public static readonly IAtSpiInterface Component = new ComponentInterface();

    private static readonly IAtSpiInterface[] All =
    [
        new AccessibleInterface(), new ApplicationInterface(), Component, new ActionInterface(), new ValueInterface(), new TextInterface(),
    ];

    /// <summary>The interfaces of an element.</summary>
    public static IEnumerable<IAtSpiInterface> InterfacesOf(AccessibleElement element) => All.Where(one => one.IsOf(element));

    /// <summary>Answers a request.</summary>
    /// <param name="scene">What there is.</param>
    /// <param name="path">The object's path.</param>
    /// <param name="name">The interface.</param>
    /// <param name="member">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The answer's values; null for an object that is gone, and for what it cannot do.</returns>
    public static object[]? Answer(AtSpiScene scene, string path, string name, string member, object[] arguments)
    {
        if (path == CachePath)
        {
            return (name, member) is (CacheInterface, "GetItems") ? [AtSpiEmpty.CacheItems] : null;
        }

        if (scene.Find(path) is not { } element)
        {
            return null;
        }

        return name == PropertiesInterface
            ? AnswerProperties(scene, element, member, arguments)
            : InterfaceOf(element, name)?.Call(scene, element, member, arguments);
    }

    private static object[]? AnswerProperties(AtSpiScene scene, AccessibleElement element, string member, object[] arguments)
    {
        if (arguments is not [string name, ..] || InterfaceOf(element, name) is not { } face)
        {
            return null;
        }

        switch (member, arguments)
        {
            case ("Get", [_, string property]):
                return face.Get(scene, element, property) is { } value ? [new AtSpiVariant(value)] : null;
            case ("GetAll", [_]):
                return [face.Properties.ToDictionary(one => one, one => face.Get(scene, element, one)!)];
            case ("Set", [_, string property, object wanted]):
                return face.Set(scene, element, property, wanted) ? [] : null;
            default:
                return null;
        }
    }

    private static IAtSpiInterface? InterfaceOf(AccessibleElement element, string name) =>
        Array.Find(All, one => one.Name == name && one.IsOf(element));
}
