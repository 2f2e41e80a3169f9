namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>The states of AT-SPI (AtspiStateType) by their numbers and names.</summary>
internal static class AtSpiStates
{
    private static readonly (AccessibleStates State, int Number, string Name)[] All =
    [
        (AccessibleStates.Active, 1, "active"),
        (AccessibleStates.Checked, 4, "checked"),
        (AccessibleStates.Editable, 7, "editable"),
        (AccessibleStates.Enabled, 8, "enabled"),
        (AccessibleStates.Focusable, 11, "focusable"),
        (AccessibleStates.Focused, 12, "focused"),
        (AccessibleStates.Modal, 16, "modal"),
        (AccessibleStates.Selectable, 22, "selectable"),
        (AccessibleStates.Selected, 23, "selected"),
        (AccessibleStates.Enabled, 24, "sensitive"),
        (AccessibleStates.Showing, 25, "showing"),
        (AccessibleStates.Editable, 26, "single-line"),
        (AccessibleStates.Showing, 30, "visible"),
        (AccessibleStates.Checkable, 41, "checkable"),
    ];

    /// <summary>A set of states as two words of bits.</summary>
    public static uint[] BitsOf(AccessibleStates states)
    {
        ulong bits = 0;
        foreach ((AccessibleStates state, int number, _) in All)
        {
            bits |= (states & state) != 0 ? 1UL << number : 0;
        }

        return [(uint)bits, (uint)(bits >> 32)];
    }

    /// <summary>The names of the states that differ, and whether each holds now.</summary>
    public static IEnumerable<(string Name, bool Holds)> Between(AccessibleStates before, AccessibleStates after) =>
        All.Where(one => ((before ^ after) & one.State) != 0).Select(one => (one.Name, (after & one.State) != 0));
}
