using System.Text.RegularExpressions;
using DrumSpace.Cli.Commands.Hosting;
using DrumSpace.Host.Live;
using DrumSpace.RealTime;
using Spectre.Console;

namespace DrumSpace.Cli.Tests.Hosting;

/// <summary>The terminal view.</summary>
public sealed class HostScreenTests
{
    private static readonly HostDeviceState Device = new("hw:1", 48000, 256, 0, null, false);

    private static readonly Regex Blanks = new(" +");

    private readonly HistoryRing<PlayedMessage> _played = new(64);
    private readonly LiveStatus _status = new() { IsPlaying = true, Tempo = 123.4, Meter = (3, 4), ChannelCount = 2 };
    private long _frame;

    [Theory]
    [InlineData(0, 4, 4, "1.1.1")]
    [InlineData(7.75, 4, 4, "2.4.4")]
    [InlineData(3, 3, 4, "2.1.1")]
    [InlineData(3.5, 7, 8, "2.1.1")]
    [InlineData(2.9999999, 3, 4, "2.1.1")]
    public void Positions_are_bar_beat_and_16th(double ppq, int numerator, int denominator, string expected) =>
        Assert.Equal(expected, HostFrame.Position(ppq, (numerator, denominator)).Trim());

    [Fact]
    public void A_frame_has_the_time_the_pattern_the_levels_and_the_device()
    {
        Play(0, (0x99, 36, 120), (0x99, 42, 40), (0x90, 36, 99));
        _status.Ppq = 0.3;
        _status.Peaks[0] = 0.5f;
        string[] lines = Frame(Device with { Xruns = 3, IsCapturing = true }, "told");
        Assert.StartsWith("▶ playing   1.1.2   123.4 BPM   3/4   no loop", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => Blanks.Replace(line, " ").StartsWith("Bass Drum 1 █··· ····", StringComparison.Ordinal));
        Assert.Contains(lines, line => Blanks.Replace(line, " ").StartsWith("Closed Hi-Hat ▒··· ····", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("out 1", StringComparison.Ordinal) && line.EndsWith("-6.0 dB", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("dropouts 3", StringComparison.Ordinal) && line.Contains("● recording", StringComparison.Ordinal));
        Assert.Equal("told", lines[^2]);
        Assert.Equal(24, lines.Length);
    }

    [Fact]
    public void A_frame_keeps_its_height_whatever_happens()
    {
        Assert.Equal(24, Frame(HostDeviceState.None, "").Length);
        _status.Source = SyncSource.MidiClock;
        _status.IsPlaying = false;
        Assert.Equal(24, Frame(Device, "x").Length);
    }

    [Fact]
    public void Only_lines_that_changed_are_written_again()
    {
        using LiveEngine engine = new(new LiveChain(NoPlugin()));
        StringWriter terminal = new();
        (int Width, int Height) size = (100, 30);
        using HostScreen screen = new(engine, terminal, () => size);
        screen.Paint(Device, "");
        Assert.Contains("Bass Drum 1", terminal.ToString(), StringComparison.Ordinal);
        terminal.GetStringBuilder().Clear();
        screen.Paint(Device, "");
        Assert.Equal("", terminal.ToString());
        screen.Paint(Device, "recorded");
        string change = terminal.ToString();
        Assert.Contains("recorded", change, StringComparison.Ordinal);
        Assert.DoesNotContain("Bass Drum", change, StringComparison.Ordinal);
        Assert.StartsWith("\x1b[1A\r", change, StringComparison.Ordinal);
        Assert.EndsWith("\x1b[K\x1b[1B", change, StringComparison.Ordinal);

        // Another size is painted whole, and a small one loses the last lines, not the first.
        terminal.GetStringBuilder().Clear();
        size = (60, 10);
        screen.Paint(Device, "");
        Assert.Contains("BPM", terminal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("space play", terminal.ToString(), StringComparison.Ordinal);
        screen.Dispose();
        Assert.EndsWith("\x1b[?25h", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pattern_follows_jumps_and_forgets_what_the_playhead_passes()
    {
        PlayedPattern pattern = new(_played);
        Play(0, (0x99, 36, 120));
        Show(pattern, 0.1);
        Play(4, (0x99, 38, 120));
        Show(pattern, 4.1);
        Assert.Contains(pattern.Picture.Rows(), row => row.Cells.StartsWith("█··· ····", StringComparison.Ordinal));

        // Back to the start: the snare of before stays, and the empty step there is empty.
        Show(pattern, 0.1);
        Assert.DoesNotContain(pattern.Picture.Rows(), row => row.Cells.StartsWith('█'));
        Assert.Equal(0, pattern.Picture.Step);
        Show(pattern, 4.3);
        Assert.DoesNotContain(pattern.Picture.Rows(), row => row.Cells.Contains('█'));
    }

    private static DrumSpace.Host.HostedPlugin NoPlugin()
    {
        const string Nekobi = "/usr/lib/vst/Nekobi-vst.so";
        Assert.SkipUnless(File.Exists(Nekobi), $"No {Nekobi}: apt-get install dpf-plugins-vst");
        return DrumSpace.Host.HostedPlugin.Load(Nekobi);
    }

    private void Play(double ppq, params (byte Status, byte Key, byte Velocity)[] notes)
    {
        _played.Begin(notes.Length);
        foreach ((byte status, byte key, byte velocity) in notes)
        {
            _played.Add(new PlayedMessage(_frame, ppq, ppq, status, key, velocity));
        }

        _played.End(_frame += 1000);
    }

    private void Show(PlayedPattern pattern, double ppq)
    {
        _status.Ppq = ppq;
        pattern.Update(_status);
    }

    private string[] Frame(HostDeviceState device, string message)
    {
        PlayedPattern pattern = new(_played);
        pattern.Update(_status);
        StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 120;
        console.Write(HostFrame.Of(_status, pattern, device, message));
        return [.. text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
