using System.Globalization;
using System.Text;
using DrumSpace.Host;
using DrumSpace.Music;
using Spectre.Console;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>Shows the beat while it is rendered: live in a terminal, a plain picture a bar elsewhere, so that logs stay short.</summary>
internal sealed class PatternScreen(IReadOnlyList<PluginParameter> knobs)
{
    private const int QuartersPerBar = 4;
    private const double StepQuarters = 0.25;

    private readonly PatternPicture _picture = new();
    private LiveDisplayContext? _live;
    private int _seen;
    private int _bar;

    /// <summary>Whether pictures replace each other in a terminal.</summary>
    public static bool IsLive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    /// <summary>Renders with pictures.</summary>
    /// <param name="render">Renders; its renderer calls <see cref="BlockRendered"/>.</param>
    public Rendering Show(Func<Rendering> render) => IsLive
        ? AnsiConsole.Live(new Text("")).Start(context =>
        {
            _live = context;
            return render();
        })
        : render();

    /// <summary>Takes a block's notes and draws when a step or a bar went by.</summary>
    public void BlockRendered(Renderer renderer)
    {
        if (!renderer.Transport.IsPlaying)
        {
            return;
        }

        // In a log a bar's picture is drawn before the notes of the next: a block may hold both.
        double barEnd = (_bar + 1) * QuartersPerBar;
        if (_live == null && renderer.Transport.Ppq >= barEnd)
        {
            Take(renderer, barEnd - StepQuarters / 2);
            Console.WriteLine(Frame(barEnd, ""));
            _bar++;
        }

        Take(renderer, double.PositiveInfinity);
        if (_picture.Advance(renderer.Transport.Ppq) && _live != null)
        {
            _live.UpdateTarget(new Text(Frame(renderer.Transport.Ppq, Playhead())));
            _live.Refresh();
        }
    }

    /// <summary>Takes the notes that came since, up to a position.</summary>
    private void Take(Renderer renderer, double ppq)
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
