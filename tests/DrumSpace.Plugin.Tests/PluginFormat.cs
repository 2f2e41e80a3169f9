namespace DrumSpace.Plugin.Tests;

/// <summary>The formats that the built library serves; behaviour is tested once and runs for each.</summary>
public enum PluginFormat
{
    Vst2,
    Clap,
    Vst3,
}
