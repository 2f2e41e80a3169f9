namespace DrumSpace.Host.Windows;

/// <summary>A plugin's window cannot be shown; the message is one sentence for a user.</summary>
/// <param name="message">The reason.</param>
public sealed class PluginWindowException(string message) : Exception(message);
