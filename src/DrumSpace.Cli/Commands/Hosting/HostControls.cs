using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>What the keys of the terminal view do with a playing engine.</summary>
/// <remarks>The main thread.</remarks>
/// <param name="engine">The engine.</param>
/// <param name="tell">Takes the last thing to tell the user; an empty text for nothing.</param>
/// <param name="captureStem">A new path without extension for each capture.</param>
internal sealed class HostControls(LiveEngine engine, Action<string> tell, Func<string> captureStem)
{
    private const double CoarseTempo = 1, FineTempo = 0.1;

    private readonly LiveStatus _status = new();
    private string _capturePath = "";
    private (double Start, double End)? _lastLoop;

    /// <summary>Does what a key means.</summary>
    /// <param name="key">The key.</param>
    /// <returns>False if it ends the program.</returns>
    public bool Press(ConsoleKeyInfo key)
    {
        engine.ReadStatus(_status);
        switch (key)
        {
            case { Key: ConsoleKey.Spacebar }:
                engine.Transport.Toggle();
                break;
            case { Key: ConsoleKey.LeftArrow }:
                MoveBars(-1);
                break;
            case { Key: ConsoleKey.RightArrow }:
                MoveBars(1);
                break;
            case { Key: ConsoleKey.Home }:
                engine.Transport.Locate(0);
                break;
            case { KeyChar: '+' or '=' } or { Key: ConsoleKey.Add or ConsoleKey.OemPlus }:
                ChangeTempo(CoarseTempo);
                break;
            case { KeyChar: '-' } or { Key: ConsoleKey.Subtract or ConsoleKey.OemMinus }:
                ChangeTempo(-CoarseTempo);
                break;
            case { Key: ConsoleKey.UpArrow }:
                ChangeTempo(FineTempo);
                break;
            case { Key: ConsoleKey.DownArrow }:
                ChangeTempo(-FineTempo);
                break;
            case { Key: ConsoleKey.L }:
                ToggleLoop();
                break;
            case { Key: ConsoleKey.R }:
                ToggleCapture();
                break;
            case { Key: ConsoleKey.Q or ConsoleKey.Escape }:
                return false;
        }

        return true;
    }

    private double BarQuarters => 4.0 * _status.Meter.Numerator / _status.Meter.Denominator;

    // Back goes to this bar's start first, as on a CD player, unless the song has only just passed it.
    private void MoveBars(int bars)
    {
        double bar = Math.Floor((_status.Ppq / BarQuarters) + 1e-6);
        bool isLate = _status.Ppq - (bar * BarQuarters) > 1;
        engine.Transport.Locate(Math.Max(0, bar + (bars < 0 && isLate ? 0 : bars)) * BarQuarters);
    }

    private void ChangeTempo(double by) => engine.Transport.SetTempo(
        Math.Clamp(Math.Round(_status.Tempo + by, 1), LiveTransport.MinTempo, LiveTransport.MaxTempo));

    // The loop that was switched off comes back, unless the song is past it; else the two bars of a pattern, from this bar on.
    private void ToggleLoop()
    {
        if (_status.HasLoop)
        {
            _lastLoop = (_status.LoopStart, _status.LoopEnd);
            engine.Transport.SetLoop(null);
            return;
        }

        double bar = Math.Floor((_status.Ppq / BarQuarters) + 1e-6) * BarQuarters;
        engine.Transport.SetLoop(_lastLoop is { } last && _status.Ppq < last.End ? last : (bar, bar + (2 * BarQuarters)));
    }

    private void ToggleCapture()
    {
        try
        {
            if (engine.IsCapturing)
            {
                long lost = engine.StopCapture();
                tell($"recorded {_capturePath}.mid and .wav" + (lost > 0 ? $"; {lost} messages and frames were lost" : ""));
                return;
            }

            _capturePath = captureStem();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_capturePath))!);
            engine.StartCapture(_capturePath + ".mid", _capturePath + ".wav");
            tell("");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            tell($"cannot record: {e.Message}");
        }
    }
}
