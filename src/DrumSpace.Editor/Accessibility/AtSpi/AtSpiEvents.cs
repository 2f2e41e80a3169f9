namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>Tells in AT-SPI's events what changed from one tree to the next.</summary>
internal static class AtSpiEvents
{
    /// <summary>The events, in the order in which they are to be sent.</summary>
    /// <param name="before">The tree before.</param>
    /// <param name="scene">The tree now, and where it hangs.</param>
    public static IEnumerable<AtSpiSignal> Between(AccessibleTree before, AtSpiScene scene) =>
        AccessibleChange.Between(before, scene.Tree).SelectMany(change => SignalsOf(change, before, scene));

    private static IEnumerable<AtSpiSignal> SignalsOf(AccessibleChange change, AccessibleTree before, AtSpiScene scene)
    {
        AccessibleElement element = change.After;
        switch (change.Kind)
        {
            case AccessibleChangeKind.Removed when scene.Tree.Find(element.Parent) != null:
                return [Children("remove", element, scene)];
            case AccessibleChangeKind.Added when before.Find(element.Parent) != null:
                return [Children("add", element, scene)];
            case AccessibleChangeKind.Name:
                return [About(element, "PropertyChange", "accessible-name", element.Name)];
            case AccessibleChangeKind.Value:
                return Values(change);
            case AccessibleChangeKind.Text:
                return Texts(change);
            case AccessibleChangeKind.States:
                return States(change);
            default:
                return [];
        }
    }

    private static AtSpiSignal Children(string way, AccessibleElement element, AtSpiScene scene) =>
        new(element.Parent, AtSpiSignal.Object, "ChildrenChanged", way, element.Index, 0, scene.ReferenceTo(element.Id));

    private static AtSpiSignal About(AccessibleElement element, string member, string detail, object data, int first = 0, int second = 0) =>
        new(element.Id, AtSpiSignal.Object, member, detail, first, second, data);

    private static IEnumerable<AtSpiSignal> Values(AccessibleChange change)
    {
        AccessibleElement element = change.After;
        if (element.Number is { } number)
        {
            yield return About(element, "PropertyChange", "accessible-value", number.Value);
        }

        if (element.Typed == null && AtSpiText.IsIn(element))
        {
            foreach (AtSpiSignal signal in Texts(change))
            {
                yield return signal;
            }
        }
    }

    private static IEnumerable<AtSpiSignal> Texts(AccessibleChange change)
    {
        AtSpiText before = new(change.Before), after = new(change.After);
        int start = 0, most = Math.Min(before.Length, after.Length);
        while (start < most && before.At(start) == after.At(start))
        {
            start++;
        }

        int rest = 0;
        while (rest < most - start && before.At(before.Length - 1 - rest) == after.At(after.Length - 1 - rest))
        {
            rest++;
        }

        int deleted = before.Length - rest - start, inserted = after.Length - rest - start;
        if (deleted > 0)
        {
            yield return About(change.After, "TextChanged", "delete", before.Part(start, start + deleted), start, deleted);
        }

        if (inserted > 0)
        {
            yield return About(change.After, "TextChanged", "insert", after.Part(start, start + inserted), start, inserted);
        }

        if (before.Caret != after.Caret)
        {
            yield return About(change.After, "TextCaretMoved", "", 0, after.Caret);
        }
    }

    private static IEnumerable<AtSpiSignal> States(AccessibleChange change)
    {
        AccessibleElement element = change.After;
        foreach ((string name, bool holds) in AtSpiStates.Between(change.Before.States, element.States))
        {
            yield return About(element, "StateChanged", name, 0, holds ? 1 : 0);
        }

        // Screen readers follow the focus in the active window alone.
        if (((change.Before.States ^ element.States) & AccessibleStates.Active) != 0)
        {
            string member = element.Is(AccessibleStates.Active) ? "Activate" : "Deactivate";
            yield return new AtSpiSignal(element.Id, AtSpiSignal.Window, member, "", 0, 0, element.Name);
        }
    }
}
