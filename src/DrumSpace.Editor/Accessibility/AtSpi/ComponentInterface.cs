using SkiaSharp;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>org.a11y.atspi.Component: where an element lies.</summary>
internal sealed class ComponentInterface : IAtSpiInterface
{
    // AtspiCoordType.
    private const uint OnScreen = 0;
    private const uint InParent = 2;

    // AtspiComponentLayer.
    private const uint WidgetLayer = 3;
    private const uint WindowLayer = 7;

    /// <inheritdoc/>
    public string Name => "org.a11y.atspi.Component";

    /// <inheritdoc/>
    public IReadOnlyList<string> Properties => [];

    /// <inheritdoc/>
    public bool IsOf(AccessibleElement element) => element.Id != AtSpiReference.ApplicationId;

    /// <inheritdoc/>
    public object? Get(AtSpiScene scene, AccessibleElement element, string property) => null;

    /// <inheritdoc/>
    public object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments)
    {
        switch (member, arguments)
        {
            case ("GetExtents", [uint kind]):
                return [AtSpiExtents.Of(element.Bounds, OriginOf(scene, element, kind))];
            case ("GetPosition", [uint kind]):
                AtSpiExtents extents = AtSpiExtents.Of(element.Bounds, OriginOf(scene, element, kind));
                return [extents.X, extents.Y];
            case ("GetSize", []):
                return [element.Bounds.Width, element.Bounds.Height];
            case ("Contains", [int x, int y, uint kind]):
                SKPointI place = new SKPointI(x, y) - OriginOf(scene, element, kind);
                return [element.Bounds.Contains(place.X, place.Y)];
            case ("GetAccessibleAtPoint", [int x, int y, uint kind]):
                place = new SKPointI(x, y) - OriginOf(scene, element, kind);
                return [scene.Tree.FindAt(place.X, place.Y, element) is { } found ? scene.ReferenceTo(found.Id) : AtSpiReference.None];
            case ("GetLayer", []):
                return [element.Id == AccessibleTree.WindowId ? WindowLayer : WidgetLayer];
            case ("GetMDIZOrder", []):
                return [(short)0];
            case ("GetAlpha", []):
                return [1.0];
            case ("GrabFocus", []):
                return [element.Is(AccessibleStates.Focusable) && scene.Post(new(AccessibleRequestKind.Focus, element.Id))];
            case ("SetExtents" or "SetPosition" or "SetSize" or "ScrollTo" or "ScrollToPoint", _):
                return [false];
            default:
                return null;
        }
    }

    // Where the window's pixels count from, in the coordinates that are asked for.
    private static SKPointI OriginOf(AtSpiScene scene, AccessibleElement element, uint kind)
    {
        if (kind == OnScreen)
        {
            return new SKPointI(scene.Tree.ScreenX, scene.Tree.ScreenY);
        }

        SKRectI? parent = kind == InParent ? scene.Tree.Find(element.Parent)?.Bounds : null;
        return parent is { } bounds ? new SKPointI(-bounds.Left, -bounds.Top) : default;
    }
}
