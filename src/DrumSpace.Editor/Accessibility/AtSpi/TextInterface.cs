namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>org.a11y.atspi.Text: a text field's text, and values that are words. One line, without attributes and selections.</summary>
internal sealed class TextInterface : IAtSpiInterface
{
    // AtspiTextBoundaryType has each unit at its start and at its end; AtspiTextGranularity has it once.
    private const uint FirstWordBoundary = 1;
    private const uint LastWordBoundary = 2;

    /// <inheritdoc/>
    public string Name => "org.a11y.atspi.Text";

    /// <inheritdoc/>
    public IReadOnlyList<string> Properties { get; } = ["CharacterCount", "CaretOffset"];

    /// <inheritdoc/>
    public bool IsOf(AccessibleElement element) => AtSpiText.IsIn(element);

    /// <inheritdoc/>
    public object? Get(AtSpiScene scene, AccessibleElement element, string property) => property switch
    {
        "CharacterCount" => new AtSpiText(element).Length,
        "CaretOffset" => new AtSpiText(element).Caret,
        _ => null,
    };

    /// <inheritdoc/>
    public object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments)
    {
        AtSpiText text = new(element);
        switch (member, arguments)
        {
            case ("GetText", [int start, int end]):
                return [text.Part(start, end)];
            case ("GetCharacterAtOffset", [int offset]):
                return [text.At(offset)];
            case ("GetStringAtOffset", [int offset, uint granularity]):
                return Range(text, text.RangeAt(offset, granularity));
            case ("GetTextAtOffset", [int offset, uint boundary]):
                return Range(text, text.RangeAt(offset, boundary is >= FirstWordBoundary and <= LastWordBoundary ? 1 : boundary));
            case ("GetTextBeforeOffset" or "GetTextAfterOffset", [int, uint]):
                return ["", 0, 0];
            case ("GetNSelections", []):
                return [0];
            case ("GetSelection", [int]):
                return [0, 0];
            case ("SetCaretOffset" or "AddSelection" or "RemoveSelection" or "SetSelection" or "ScrollSubstringTo"
                or "ScrollSubstringToPoint", _):
                return [false];
            case ("GetDefaultAttributes" or "GetDefaultAttributeSet", []):
                return [new Dictionary<string, string>()];
            case ("GetAttributes" or "GetAttributeRun", [int, ..]):
                return [new Dictionary<string, string>(), 0, text.Length];
            case ("GetAttributeValue", [int, string]):
                return [""];
            case ("GetCharacterExtents" or "GetRangeExtents", [.., uint kind]):
                AtSpiExtents all = (AtSpiExtents)AtSpiRequests.Component.Call(scene, element, "GetExtents", [kind])![0];
                return [all.X, all.Y, all.Width, all.Height];
            case ("GetOffsetAtPoint", [int, int, uint]):
                return [-1];
            default:
                return null;
        }
    }

    private static object[] Range(AtSpiText text, (int Start, int End) range) =>
        [text.Part(range.Start, range.End), range.Start, range.End];
}
