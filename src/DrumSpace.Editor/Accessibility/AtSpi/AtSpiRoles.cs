namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>The roles of AT-SPI (AtspiRole) that come nearest to those of the window's elements.</summary>
internal static class AtSpiRoles
{
    private static readonly Dictionary<string, (uint Number, string Name)> Known = new()
    {
        ["application"] = (75, "application"),
        ["window"] = (23, "frame"),
        ["panel"] = (39, "panel"),
        ["knob"] = (15, "dial"),
        ["slider"] = (51, "slider"),
        ["number"] = (52, "spin button"),
        ["switch"] = (7, "check box"),
        ["button"] = (43, "push button"),
        ["slot"] = (43, "push button"),
        ["drag source"] = (43, "push button"),
        ["choice"] = (11, "combo box"),
        ["list"] = (11, "combo box"),
        ["text"] = (79, "entry"),
        ["status"] = (54, "status bar"),
        ["menu"] = (33, "menu"),
        ["grid"] = (98, "list box"),
        ["line"] = (32, "list item"),
        ["piano roll"] = (27, "image"),
        ["map"] = (6, "canvas"),
        ["plane"] = (6, "canvas"),
    };

    /// <summary>The role of an element.</summary>
    /// <returns>Its number and AT-SPI's name of it.</returns>
    public static (uint Number, string Name) Of(AccessibleElement element) => element switch
    {
        { Role: "button" } when element.Is(AccessibleStates.Checkable) => Known["switch"],
        { Role: "list", Children.Count: > 0 } => Known["grid"],
        _ => Known.GetValueOrDefault(element.Role, (67u, "unknown")),
    };
}
