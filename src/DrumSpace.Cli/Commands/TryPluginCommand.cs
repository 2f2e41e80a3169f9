using System.CommandLine;
using System.Diagnostics;
using DrumSpace.Host;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace try-plugin`, hidden: loads a plugin and plays a block. `drumspace host` runs it as a child process.</summary>
internal static class TryPluginCommand
{
    private const string Name = "try-plugin";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var plugin = new Argument<string>("PLUGIN");
        Command command = new(Name, "Load a plugin, play a block, and tell what goes wrong.") { plugin };
        command.Hidden = true;
        command.SetRun(arguments => PluginScan.Try(arguments.GetValue(plugin)!));
        return command;
    }

    /// <summary>Loads a plugin in a child process, then in this one.</summary>
    /// <exception cref="PluginLoadException">It cannot be loaded, crashes or hangs.</exception>
    public static HostedPlugin Load(string path)
    {
        // A published tool is a program of its own; under `dotnet drumspace.dll` the program is dotnet.
        string program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        PluginScan.Run(path, new ProcessStartInfo(program, [.. self, Name, path]), Limit);
        return HostedPlugin.Load(path);
    }
}
