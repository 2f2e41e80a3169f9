namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>An object on the bus: D-Bus type (so).</summary>
/// <param name="Bus">The unique name of the connection that has it.</param>
/// <param name="Path">Its path.</param>
internal sealed record AtSpiReference(string Bus, string Path)
{
    private const string Folder = "/org/a11y/atspi/accessible/";

    /// <summary>The path of an application's root.</summary>
    public const string RootPath = Folder + "root";

    /// <summary>The number that stands for the application here: no element has it.</summary>
    public const int ApplicationId = 0;

    /// <summary>No object.</summary>
    public static readonly AtSpiReference None = new("", "/org/a11y/atspi/null");

    /// <summary>The path of an element.</summary>
    public static string PathOf(int id) => id == ApplicationId ? RootPath : $"{Folder}{id}";

    /// <summary>The number of the element at a path; null if it is no element's path.</summary>
    public static int? IdOf(string path) =>
        path == RootPath ? ApplicationId
        : path.StartsWith(Folder, StringComparison.Ordinal) && int.TryParse(path.AsSpan(Folder.Length), out int id) && id > 0 ? id
        : null;
}
