namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>One of AT-SPI's interfaces: answers requests about elements from a tree. Without state.</summary>
/// <remarks>The bus's threads. Arguments and answers are values that <see cref="AtSpiBody"/> reads and writes.</remarks>
internal interface IAtSpiInterface
{
    /// <summary>Its name on the bus.</summary>
    string Name { get; }

    /// <summary>The names of its properties.</summary>
    IReadOnlyList<string> Properties { get; }

    /// <summary>Whether an element has it.</summary>
    bool IsOf(AccessibleElement element);

    /// <summary>Reads a property; null for one that it has not.</summary>
    object? Get(AtSpiScene scene, AccessibleElement element, string property);

    /// <summary>Sets a property.</summary>
    /// <returns>False for one that cannot be set.</returns>
    bool Set(AtSpiScene scene, AccessibleElement element, string property, object value) => false;

    /// <summary>Calls a method; null for one that it has not, or not with these arguments.</summary>
    object[]? Call(AtSpiScene scene, AccessibleElement element, string member, object[] arguments);
}
