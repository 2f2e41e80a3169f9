using System.Globalization;
using System.Text;
using DrumSpace.Host.Live;
using DrumSpace.Music;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>What the terminal shows of a playing engine: the song time, the pattern as it plays, the levels, the keys.</summary>
/// <remarks>Always of the same height, so that it is painted over itself.</remarks>
internal static class HostFrame
{
    private const int NameWidth = 16;
    private const int MeterWidth = 40;
    private const double QuietestDecibels = -60, LoudDecibels = -6;

    private static readonly Style Dim = new(Color.Grey);
    private static readonly Style Bright = new(decoration: Decoration.Bold);
    private static readonly Style Rolling = new(Color.Green, decoration: Decoration.Bold);
    private static readonly Style Hit = new(Color.Orange1);
    private static readonly Style Warning = new(Color.Red);

    /// <summary>Makes a picture.</summary>
    /// <param name="status">The engine's.</param>
    /// <param name="pattern">What it played.</param>
    /// <param name="device">The device's state.</param>
    /// <param name="message">The last thing to tell the user; may be empty.</param>
    public static IRenderable Of(LiveStatus status, PlayedPattern pattern, HostDeviceState device, string message)
    {
        Paragraph text = new() { Overflow = Overflow.Crop };
        AppendTime(text, status);
        AppendPattern(text, status, pattern);
        AppendLevels(text, status);
        AppendDevice(text, status, device);
        text.Append(message.Length == 0 ? " \n" : message + "\n", Bright);
        text.Append("space play/stop   ← → bar   home start   + - tempo   ↑ ↓ 0.1   L loop   R record   Q quit", Dim);
        return text;
    }

    /// <summary>A position as bar, beat and 16th, counted from 1.</summary>
    public static string Position(double ppq, (int Numerator, int Denominator) meter)
    {
        double beat = 4.0 / Math.Max(meter.Denominator, 1);
        double bar = beat * Math.Max(meter.Numerator, 1);

        // A block may end a rounding error before a line.
        double at = Math.Max(ppq, 0) + 1e-6;
        int bars = (int)(at / bar);
        double rest = at - (bars * bar);
        int beats = (int)(rest / beat);
        int sixteenths = (int)((rest - (beats * beat)) / 0.25);
        return string.Create(CultureInfo.InvariantCulture, $"{bars + 1,3}.{beats + 1}.{sixteenths + 1}");
    }

    /// <summary>A level of full scale 1 in decibels; the quietest that is shown for silence.</summary>
    public static double Decibels(float peak) => Math.Max(QuietestDecibels, 20 * Math.Log10(Math.Max(peak, 1e-9f)));

    private static void AppendTime(Paragraph text, LiveStatus status)
    {
        text.Append(status.IsPlaying ? "▶ playing " : "■ stopped ", status.IsPlaying ? Rolling : Bright);
        text.Append(Position(status.Ppq, status.Meter), Bright);
        text.Append(string.Create(
            CultureInfo.InvariantCulture, $"   {status.Tempo:0.0} BPM   {status.Meter.Numerator}/{status.Meter.Denominator}   "));
        text.Append(
            status.HasLoop ? $"loop {Position(status.LoopStart, status.Meter).Trim()} - {Position(status.LoopEnd, status.Meter).Trim()}" : "no loop",
            status.HasLoop ? Style.Plain : Dim);
        text.Append(status.Source switch
        {
            SyncSource.Device => "   time: the device's",
            SyncSource.MidiClock when status.HasClock => string.Create(
                CultureInfo.InvariantCulture, $"   time: MIDI clock, {status.ClockTempo:0.0} BPM"),
            SyncSource.MidiClock => "   time: MIDI clock, which is silent",
            _ => "",
        });
        text.Append("\n\n");
    }

    private static void AppendPattern(Paragraph text, LiveStatus status, PlayedPattern pattern)
    {
        foreach ((string name, string cells) in pattern.Picture.Rows())
        {
            text.Append(name.PadRight(NameWidth + 1), Dim);
            AppendRuns(text, cells);
            text.Append("\n");
        }

        int step = Math.Max(pattern.Picture.Step, 0);
        int column = NameWidth + 1 + step + (step / 4) + (step >= Pattern.StepCount / 2 ? 2 : 0);
        text.Append(new string(' ', column) + (status.IsPlaying ? "▲" : " ") + "\n\n", Rolling);
    }

    // One piece a run of equal looks: a piece a character would make a hundred of them.
    private static void AppendRuns(Paragraph text, string cells)
    {
        StringBuilder run = new();
        bool isHit = false;
        foreach (char cell in cells)
        {
            if (cell is '█' or '▒' != isHit)
            {
                text.Append(run.ToString(), isHit ? Hit : Dim);
                run.Clear();
                isHit = !isHit;
            }

            run.Append(cell);
        }

        text.Append(run.ToString(), isHit ? Hit : Dim);
    }

    private static void AppendLevels(Paragraph text, LiveStatus status)
    {
        for (int channel = 0; channel < Math.Max(status.ChannelCount, 2); channel++)
        {
            double decibels = channel < status.ChannelCount ? Decibels(status.Peaks[channel]) : QuietestDecibels;
            int filled = (int)Math.Round((decibels - QuietestDecibels) / -QuietestDecibels * MeterWidth);
            filled = Math.Clamp(filled, 0, MeterWidth);
            text.Append($"out {channel + 1}".PadRight(NameWidth + 1), Dim);
            text.Append(new string('█', filled), decibels > 0 ? Warning : decibels > LoudDecibels ? new Style(Color.Yellow) : Rolling);
            text.Append(new string('·', MeterWidth - filled), Dim);
            text.Append(
                decibels <= QuietestDecibels ? "\n" : string.Create(CultureInfo.InvariantCulture, $" {decibels,6:0.0} dB\n"),
                decibels > 0 ? Warning : Style.Plain);
        }
    }

    private static void AppendDevice(Paragraph text, LiveStatus status, HostDeviceState device)
    {
        text.Append("\n" + device.Name.PadRight(NameWidth + 1), Dim);
        if (device.Failure != null)
        {
            text.Append(device.Failure + "\n", Warning);
            return;
        }

        text.Append(string.Create(
            CultureInfo.InvariantCulture, $"{device.SampleRate / 1000:0.#} kHz, {device.BlockFrames} frames   load {100 * status.Load,3:0} %   "));
        text.Append($"dropouts {device.Xruns}   late {status.Overruns}   lost {status.Losses}", device.Xruns > 0 ? Warning : Style.Plain);
        text.Append(device.IsCapturing ? "   ● recording\n" : "\n", Warning);
    }
}
