using System.CommandLine;

namespace DrumSpace.Cli.Commands;

/// <summary>An option that names what a command writes; <see cref="CommandRunner"/> checks it before the command runs.</summary>
/// <param name="isFolder">Whether it is a folder, which is made if it does not exist, or a file.</param>
/// <param name="name">The option's name.</param>
/// <param name="aliases">Its other names.</param>
internal sealed class OutputOption(bool isFolder, string name, params string[] aliases) : Option<string?>(name, aliases)
{
    /// <summary>Checks that the target can be written, if it was given or has a default.</summary>
    /// <exception cref="IOException">It cannot; the message names it.</exception>
    public void Check(ParseResult arguments)
    {
        if (arguments.GetValue(this) is not { } path)
        {
            return;
        }

        if (isFolder)
        {
            OutputTarget.CheckFolder(path);
        }
        else
        {
            OutputTarget.CheckFile(path);
        }
    }
}
