using System.Globalization;
using System.Text;
using DrumSpace.Host;
using DrumSpace.Music;
using Spectre.Console;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>Shows the pattern while it is rendered: live in a terminal, elsewhere once per bar, so that logs stay short.</summary>
internal sealed class PatternScreen(IReadOnlyList<PluginParameter> knobs)
{
    private const int QuartersPerBar = 4;
    private const double StepQuarters = 0.25;

    private readonly PatternPicture _picture = new();
    private LiveDisplayContext? _live;
    private int _seen;
    private int _bar;

    /// <summary>Whether the picture is updated live in a terminal.</summary>
    public static bool IsLive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    /// <summary>Shows a rendering.</summary>
    /// <param name="render">Renders with <see cref="BlockRendered"/> as callback.</param>
    public Rendering Show(Func<Rendering> render) => IsLive
        ? AnsiConsole.Live(new Text("")).Start(context =>
        {
            _live = context;
            return render();
        })
        : render();

    /// <summary>Adds a block's notes and draws at each new step or bar.</summary>
    public void BlockRendered(Renderer renderer)
    {
        if (!renderer.Transport.IsPlaying)
        {
            return;
        }

        // In a log a bar is drawn before the notes of the next are added: a block may have notes of both.
        double barEnd = (_bar + 1) * QuartersPerBar;
        if (_live == null && renderer.Transport.Ppq >= barEnd)
        {
            AddNotes(renderer, barEnd - StepQuarters / 2);
            Console.WriteLine(Frame(barEnd, ""));
            _bar++;
        }

        AddNotes(renderer, double.PositiveInfinity);
        if (_picture.Advance(renderer.Transport.Ppq) && _live != null)
        {
            _live.UpdateTarget(new Text(Frame(renderer.Transport.Ppq, Playhead())));
            _live.Refresh();
        }
    }

    /// <summary>Adds the new notes up to a position.</summary>
    private void AddNotes(Renderer renderer, double ppq)
    {
        for (; _seen < renderer.Messages.Count && renderer.Messages[_seen].Ppq < ppq; _seen++)
        {
            RenderedMessage message = renderer.Messages[_seen];
            _picture.Advance(message.Ppq + StepQuarters / 2);
            _picture.Add(message);
        }
    }

    private string Frame(double ppq, string playhead)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"bar {(int)Math.Ceiling(ppq / QuartersPerBar - 1e-6),2}   ");
        foreach (PluginParameter knob in knobs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{knob.Name} {knob.Value:0.00}   ");
        }

        text.AppendLine();
        foreach ((string name, string cells) in _picture.Rows())
        {
            text.AppendLine($"{name,-16} {cells}");
        }

        return text.Append(playhead).ToString();
    }

    private string Playhead()
    {
        int column = _picture.Step + _picture.Step / 4 + (_picture.Step >= Pattern.StepCount / 2 ? 2 : 0);
        return new string(' ', 17 + Math.Max(0, column)) + "^";
    }
}
