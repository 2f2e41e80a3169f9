namespace DrumSpace.Plugin.Formats;

/// <summary>What all formats call the plugin.</summary>
internal static class Product
{
    /// <summary>The name of the plugin and of its vendor.</summary>
    public const string Name = "DrumSpace";

    /// <summary>'DrSp': VST2 hosts find the plugin by this number, and VST3's class id is made of it, so it never changes.</summary>
    public const int UniqueId = 0x44725370;

    private static readonly Version Assembly = typeof(Product).Assembly.GetName().Version ?? new Version(0, 0, 0);

    /// <summary>The version as text: "0.1.0".</summary>
    public static string Version { get; } = Assembly.ToString(3);

    /// <summary>The version as a number: 0.1.0 is 100.</summary>
    public static int VersionNumber { get; } = (Assembly.Major * 10000) + (Assembly.Minor * 100) + Assembly.Build;
}
