using DrumSpace.Host;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>A plugin of a <see cref="Session"/>.</summary>
/// <param name="Path">Its file or bundle.</param>
/// <param name="Name">Its name, for messages.</param>
/// <param name="State">Its own bytes; null for a plugin that has none.</param>
/// <param name="Values">Its parameters' values, 0 to 1, for a plugin without a state; else empty.</param>
internal sealed record SessionPlugin(string Path, string Name, byte[]? State, IReadOnlyList<double> Values)
{
    /// <summary>A plugin as it is now.</summary>
    public static SessionPlugin Of(HostedPlugin plugin) => plugin.HasState
        ? new SessionPlugin(plugin.Path, plugin.Name, plugin.GetState(), [])
        : new SessionPlugin(plugin.Path, plugin.Name, null, [.. plugin.Parameters.Select(parameter => (double)parameter.Value)]);

    /// <summary>Makes a plugin what it was.</summary>
    /// <exception cref="InvalidOperationException">The plugin does not take its state.</exception>
    public void Restore(HostedPlugin plugin)
    {
        if (State != null && !(plugin.HasState && plugin.TrySetState(State)))
        {
            throw new InvalidOperationException($"{plugin.Name} does not take the state that the session has for {Name}.");
        }

        foreach ((PluginParameter parameter, double value) in plugin.Parameters.Zip(Values))
        {
            parameter.Value = (float)value;
        }
    }
}
