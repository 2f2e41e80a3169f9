namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>An event: D-Bus type siiva{sv}, without the properties.</summary>
/// <param name="Element">The number of the element that it is about.</param>
/// <param name="Interface">Its interface: <see cref="Object"/> or <see cref="Window"/>.</param>
/// <param name="Member">Its name.</param>
/// <param name="Detail">What changed; may be empty.</param>
/// <param name="First">A number by its meaning.</param>
/// <param name="Second">A number by its meaning.</param>
/// <param name="Data">A value by its meaning.</param>
internal sealed record AtSpiSignal(int Element, string Interface, string Member, string Detail, int First, int Second, object Data)
{
    /// <summary>The interface of events about elements.</summary>
    public const string Object = "org.a11y.atspi.Event.Object";

    /// <summary>The interface of events about windows.</summary>
    public const string Window = "org.a11y.atspi.Event.Window";

    /// <summary>The signal's arguments.</summary>
    public object[] Body => [Detail, First, Second, new AtSpiVariant(Data), new Dictionary<string, object>()];
}
