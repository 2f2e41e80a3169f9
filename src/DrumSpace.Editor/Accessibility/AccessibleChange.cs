namespace DrumSpace.Editor.Accessibility;

/// <summary>A change of an element from one tree to the next.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Before">The element as it was; as it is, if it is new.</param>
/// <param name="After">The element as it is; as it was, if it is gone.</param>
internal readonly record struct AccessibleChange(AccessibleChangeKind Kind, AccessibleElement Before, AccessibleElement After)
{
    /// <summary>Compares two trees of a window.</summary>
    /// <returns>What is gone, what is new, then what changed; what got the keyboard comes last.</returns>
    public static IReadOnlyList<AccessibleChange> Between(AccessibleTree before, AccessibleTree after)
    {
        List<AccessibleChange> changes = [];

        // The last children first, so that each index is right when it is told.
        changes.AddRange(before.All.Where(element => after.Find(element.Id) == null).OrderByDescending(element => element.Index)
            .Select(element => new AccessibleChange(AccessibleChangeKind.Removed, element, element)));
        changes.AddRange(after.All.Where(element => before.Find(element.Id) == null).OrderBy(element => element.Index)
            .Select(element => new AccessibleChange(AccessibleChangeKind.Added, element, element)));
        int settled = changes.Count;
        foreach (AccessibleElement element in after.All)
        {
            if (before.Find(element.Id) is { } was)
            {
                Compare(was, element, changes, settled);
            }
            else if (element.Is(AccessibleStates.Focused))
            {
                changes.Add(new AccessibleChange(
                    AccessibleChangeKind.States, element with { States = element.States & ~AccessibleStates.Focused }, element));
            }
        }

        return changes;
    }

    private static void Compare(AccessibleElement before, AccessibleElement after, List<AccessibleChange> changes, int settled)
    {
        if (before.Name != after.Name)
        {
            changes.Insert(settled, new AccessibleChange(AccessibleChangeKind.Name, before, after));
        }

        if (before.Value != after.Value || before.Number != after.Number)
        {
            changes.Insert(settled, new AccessibleChange(AccessibleChangeKind.Value, before, after));
        }

        if (before.Typed != after.Typed)
        {
            changes.Insert(settled, new AccessibleChange(AccessibleChangeKind.Text, before, after));
        }

        if (before.States != after.States)
        {
            bool isFocus = after.Is(AccessibleStates.Focused);
            changes.Insert(isFocus ? changes.Count : settled, new AccessibleChange(AccessibleChangeKind.States, before, after));
        }
    }
}
