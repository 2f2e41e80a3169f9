namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>What is told while plugins play: by the view while there is one, else a line each on the error stream.</summary>
/// <remarks>The main thread.</remarks>
/// <param name="errors">The error stream.</param>
internal sealed class HostNotices(TextWriter errors)
{
    /// <summary>The last sentence; may be empty.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Whether a view shows <see cref="Last"/>.</summary>
    public bool IsShown { get; set; }

    /// <summary>Tells a sentence.</summary>
    public void Tell(string sentence)
    {
        Last = sentence;
        if (!IsShown && sentence.Length > 0)
        {
            errors.WriteLine(sentence);
        }
    }
}
