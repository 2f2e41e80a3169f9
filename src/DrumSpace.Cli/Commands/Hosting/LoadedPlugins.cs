using DrumSpace.Host;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>The plugins of a chain, loaded; a session's are as the session left them.</summary>
internal sealed class LoadedPlugins : IDisposable
{
    private readonly List<HostedPlugin> _plugins = [];

    private LoadedPlugins()
    {
    }

    /// <summary>From first to last.</summary>
    public IReadOnlyList<HostedPlugin> All => _plugins;

    /// <summary>Loads plugins.</summary>
    /// <param name="paths">Those to load; null for the session's, or for DrumSpace if the session has none.</param>
    /// <param name="session">States of those that it has at the same places.</param>
    /// <exception cref="PluginLoadException">One cannot be loaded, crashes or hangs.</exception>
    /// <exception cref="InvalidOperationException">One does not take its state.</exception>
    public static LoadedPlugins Load(IReadOnlyList<string>? paths, Session session)
    {
        paths ??= session.Plugins.Count > 0 ? [.. session.Plugins.Select(plugin => plugin.Path)] : [ShippedPlugin.Library];
        LoadedPlugins loaded = new();
        try
        {
            for (int i = 0; i < paths.Count; i++)
            {
                HostedPlugin plugin = paths[i] == ShippedPlugin.Library ? HostedPlugin.Load(paths[i]) : TryPluginCommand.Load(paths[i]);
                loaded._plugins.Add(plugin);
                if (i < session.Plugins.Count && session.Plugins[i].Path == plugin.Path)
                {
                    session.Plugins[i].Restore(plugin);
                }
            }

            return loaded;
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    /// <summary>Unloads them.</summary>
    public void Dispose() => _plugins.ForEach(plugin => plugin.Dispose());
}
