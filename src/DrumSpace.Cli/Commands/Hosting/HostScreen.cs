using System.Globalization;
using System.Text;
using DrumSpace.Host.Live;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>The terminal view. A frame is painted over the last one by one write, which has the lines that changed and no others.</summary>
/// <remarks>The main thread. Spectre's own live display paints every line each time, which is seen over slow connections.</remarks>
internal sealed class HostScreen : IDisposable
{
    private const string HideCursor = "\x1b[?25l", ShowCursor = "\x1b[?25h", ClearToEnd = "\x1b[K", ClearBelow = "\x1b[J";

    private readonly LiveStatus _status = new();
    private readonly LiveEngine _engine;
    private readonly PlayedPattern _pattern;
    private readonly TextWriter _output;
    private readonly Func<(int Width, int Height)> _size;
    private string[] _shown = [];
    private (int Width, int Height) _shownSize;

    /// <summary>Makes a view; nothing is painted yet.</summary>
    /// <param name="engine">What it shows.</param>
    /// <param name="output">A terminal that knows ANSI's sequences.</param>
    /// <param name="size">The terminal's size in characters.</param>
    public HostScreen(LiveEngine engine, TextWriter output, Func<(int Width, int Height)> size)
    {
        _engine = engine;
        _output = output;
        _size = size;
        _pattern = new PlayedPattern(engine.Played);
    }

    /// <summary>Whether this program's output is a terminal that can be painted on.</summary>
    public static bool IsPossible => AnsiConsole.Profile.Capabilities.Ansi && !Console.IsOutputRedirected;

    /// <summary>A view on this program's terminal.</summary>
    public static HostScreen OnTerminal(LiveEngine engine) => new(engine, Console.Out, () => (Console.WindowWidth, Console.WindowHeight));

    /// <summary>Paints the state of now.</summary>
    /// <param name="device">The device.</param>
    /// <param name="message">The last thing to tell; may be empty.</param>
    public void Paint(HostDeviceState device, string message)
    {
        _engine.ReadStatus(_status);
        _pattern.Update(_status);
        (int Width, int Height) size = _size();
        string[] lines = Render(HostFrame.Of(_status, _pattern, device, message), Math.Max(size.Width, 20));
        lines = lines[..Math.Min(lines.Length, Math.Max(size.Height, 1))];
        string text = size != _shownSize || lines.Length != _shown.Length ? All(lines) : Changes(lines);
        _shown = lines;
        _shownSize = size;
        if (text.Length > 0)
        {
            _output.Write(text);
            _output.Flush();
        }
    }

    /// <summary>Leaves the last frame standing, with the cursor below it.</summary>
    public void Dispose()
    {
        if (_shown.Length > 0)
        {
            _shown = [];
            _output.Write($"\n{ShowCursor}");
            _output.Flush();
        }
    }

    private static string[] Render(IRenderable frame, int width)
    {
        StringWriter text = new(CultureInfo.InvariantCulture);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.EightBit,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Write(frame);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    // The cursor is at the frame's last line; from a frame that there is, it goes up to the first.
    private string All(string[] lines)
    {
        string toTop = _shown.Length > 1 ? $"\r\x1b[{_shown.Length - 1}A" : "\r";
        return HideCursor + toTop + ClearBelow + string.Join("\n", lines);
    }

    private string Changes(string[] lines)
    {
        StringBuilder text = new();
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != _shown[i])
            {
                int up = lines.Length - 1 - i;
                text.Append(up > 0 ? $"\x1b[{up}A" : "").Append('\r').Append(lines[i]).Append(ClearToEnd);
                text.Append(up > 0 ? $"\x1b[{up}B" : "");
            }
        }

        return text.ToString();
    }
}
