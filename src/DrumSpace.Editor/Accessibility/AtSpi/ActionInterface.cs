using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>org.a11y.atspi.Action: what can be done with an element.</summary>
internal sealed class ActionInterface : IAtSpiInterface
{
    /// <inheritdoc/>
    public string Name => "org.a11y.atspi.Action";

    /// <inheritdoc/>
    public IReadOnlyList<string> Properties { get; } = ["NActions"];

    /// <inheritdoc/>
    public bool IsOf(AccessibleElement element) => element.Actions.Count > 0;

    /// <inheritdoc/>
    public object? Get(AtSpiScene scene, AccessibleElement element, string property) =>
        property == "NActions" ? element.Actions.Count : null;

    /// <inheritdoc/>
    public object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments)
    {
        if ((member, arguments) is ("GetActions", []))
        {
            return [element.Actions.Select(action => new AtSpiActionText(action.Name, "", KeyOf(action))).ToArray()];
        }

        if (arguments is not [int index])
        {
            return null;
        }

        WidgetAction? chosen = index >= 0 && index < element.Actions.Count ? element.Actions[index] : null;
        return member switch
        {
            "GetName" or "GetLocalizedName" => [chosen?.Name ?? ""],
            "GetDescription" => [""],
            "GetKeyBinding" => [chosen == null ? "" : KeyOf(chosen)],
            "DoAction" => [chosen != null && element.Is(AccessibleStates.Enabled)
                && scene.Post(new AccessibleRequest(AccessibleRequestKind.Act, element.Id, index))],
            _ => null,
        };
    }

    private static string KeyOf(WidgetAction action) => action.Input.Key switch
    {
        Key.Character => "space",
        Key.Enter => "Return",
        Key other => other.ToString(),
    };
}
