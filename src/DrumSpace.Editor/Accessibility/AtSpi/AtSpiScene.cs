namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>What requests are answered from: a tree, and where it hangs on the bus. Immutable.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Bus">The unique name of the application's connection.</param>
/// <param name="Desktop">What the application lies in, once it is registered.</param>
/// <param name="Post">Has the window's thread do something; false where it will not.</param>
internal sealed record AtSpiScene(AccessibleTree Tree, string Bus, AtSpiReference Desktop, Func<AccessibleRequest, bool> Post)
{
    /// <summary>The application, in which the window lies.</summary>
    public AccessibleElement Application { get; } = new()
    {
        Id = AtSpiReference.ApplicationId,
        Parent = AtSpiReference.ApplicationId,
        Index = -1,
        Name = Tree.Window.Name,
        Role = "application",
        States = AccessibleStates.Enabled | AccessibleStates.Showing,
        Children = [AccessibleTree.WindowId],
    };

    /// <summary>The element at a path; null for none.</summary>
    public AccessibleElement? Find(string path) => AtSpiReference.IdOf(path) is not { } id ? null : Find(id);

    /// <summary>The element with a number, or the application; null for none.</summary>
    public AccessibleElement? Find(int id) => id == AtSpiReference.ApplicationId ? Application : Tree.Find(id);

    /// <summary>An element on the bus.</summary>
    public AtSpiReference ReferenceTo(int id) => new(Bus, AtSpiReference.PathOf(id));
}
