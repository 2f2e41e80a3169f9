using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Tests.Capture;

/// <summary>
/// The last captured bars. Each step of the host's pattern hits the drums whose bits make up its number, so a clip's notes tell which steps
/// of the song they are.
/// </summary>
public class CaptureExtractorTests
{
    private const double Tempo = 120;
    private const int Bar = 4 * CaptureClip.TicksPerQuarter;
    private const int Step = CaptureClip.TicksPerQuarter / 4;

    [Fact]
    public void Nothing_is_captured_before_the_song_runs()
    {
        SimulatedHost host = new();
        Assert.Null(host.Engine.Heard(1));
        host.Stop(0, Tempo, 10_000);
        Assert.Null(host.Engine.Heard(64));
        Assert.Throws<ArgumentOutOfRangeException>(() => host.Engine.Heard(0));
    }

    [Fact]
    public void The_last_whole_bars_are_exact_to_the_tick()
    {
        SimulatedHost host = new();
        Play(host, 0, 8.5);
        CaptureClip clip = host.Engine.Heard(2)!;
        Assert.Equal((2, 2L * Bar), (clip.Bars, clip.Ticks));
        Assert.Equal(Steps(0, 32), StepsOf(clip));
        Assert.Equal([new CaptureTempo(0, Tempo)], clip.Tempos);
        Assert.Equal([new CaptureSignature(0, 4, 4)], clip.Signatures);
        Assert.All(clip.Notes, note => Assert.Equal((9, Step / 2L, (int)Kit.Notes[note.Part]), (note.Channel, note.Length, note.Number)));
    }

    [Fact]
    public void With_too_few_whole_bars_the_running_bar_is_included_and_filled_up_with_silence()
    {
        SimulatedHost host = new();
        Play(host, 0, 1.5);
        CaptureClip clip = host.Engine.Heard(4)!;
        Assert.Equal((2, 2L * Bar), (clip.Bars, clip.Ticks));
        Assert.Equal(Steps(0, 24), StepsOf(clip));
        Assert.Equal(1, host.Engine.Heard(1)!.Bars);
        Assert.Equal(Steps(0, 16), StepsOf(host.Engine.Heard(1)!));
    }

    [Fact]
    public void The_passes_of_a_loop_follow_each_other()
    {
        SimulatedHost host = new();
        host.PlayLoop(4, Tempo, Frames(7.25), new Loop(4, 12));
        CaptureClip clip = host.Engine.Heard(6)!;
        Assert.Equal((6, 6L * Bar), (clip.Bars, clip.Ticks));

        // The loop is bars 2 and 3 of the song; of 7 whole bars, the last 6 are three passes.
        int[] bars = [0, 1, 0, 1, 0, 1];
        Assert.Equal(
            bars.SelectMany((bar, index) => Steps(16 * bar, 16 * bar + 16).Select(step => (step.Ticks + (index - bar) * Bar, step.Step))),
            StepsOf(clip));
    }

    [Fact]
    public void A_bar_that_a_loop_cuts_keeps_its_shorter_length()
    {
        SimulatedHost host = new();
        host.PlayLoop(0, Tempo, Frames(4), new Loop(0, 3));
        CaptureClip clip = host.Engine.Heard(3)!;
        Assert.Equal((3, 9L * CaptureClip.TicksPerQuarter), (clip.Bars, clip.Ticks));
        Assert.Equal(Enumerable.Range(0, 36).Select(step => ((long)step * Step, step % 12)), StepsOf(clip));
    }

    [Fact]
    public void After_a_jump_the_timeline_continues_at_the_next_bar_line_at_the_songs_position_in_its_bar()
    {
        SimulatedHost host = new();
        Play(host, 0, 1.625);
        Play(host, 4 * 4 + 3, 0.75);
        CaptureClip clip = host.Engine.Heard(3)!;
        Assert.Equal((3, 3L * Bar), (clip.Bars, clip.Ticks));
        Assert.Equal([.. Steps(0, 26), .. Steps(12, 16).Select(step => (step.Ticks + 2 * Bar, step.Step))], StepsOf(clip));
        Assert.Equal([.. Steps(12, 16).Select(step => (step.Ticks, step.Step))], StepsOf(host.Engine.Heard(1)!));
    }

    [Fact]
    public void A_song_that_resumes_where_it_was_stopped_leaves_no_gap()
    {
        SimulatedHost host = new();
        double position = Play(host, 0, 0.6);
        host.Stop(position, Tempo, 20_000);
        Play(host, position, 0.5);
        Assert.Equal(Steps(0, 16), StepsOf(host.Engine.Heard(1)!));
        Assert.Equal(2, host.Engine.Heard(64)!.Bars);
    }

    [Fact]
    public void A_song_that_starts_again_continues_the_timeline_at_the_next_bar_line()
    {
        SimulatedHost host = new();
        Play(host, 0, 2.3);
        host.Stop(0, Tempo, 20_000);
        Play(host, 0, 1);
        CaptureClip clip = host.Engine.Heard(64)!;
        Assert.Equal((4, 4L * Bar), (clip.Bars, clip.Ticks));
        IEnumerable<(long, int)> before = Steps(0, 37).Select(step => (step.Ticks, step.Step % 32));
        Assert.Equal([.. before, .. Steps(0, 16).Select(step => (step.Ticks + 3 * Bar, step.Step))], StepsOf(clip));
    }

    [Fact]
    public void Swing_is_captured()
    {
        SimulatedHost host = new();
        host.Engine.Swing = 2.0 / 3;
        Play(host, 0, 1.1);

        // Every second step comes at two thirds of 480 ticks, 320, instead of 240.
        Assert.Equal(Enumerable.Range(0, 16).Select(step => (step / 2 * 480L + step % 2 * 320, step)), StepsOf(host.Engine.Heard(1)!));
    }

    [Fact]
    public void Notes_that_sound_at_the_end_are_cut_there_and_notes_from_before_the_start_are_left_out()
    {
        SimulatedHost host = new();
        host.Engine.PatternStart = 15;
        host.Engine.PatternLength = 15;
        host.Engine.Swing = 0.75;
        host.Engine.Gate = 1;
        host.Engine.Channel = 3;
        Play(host, 0, 2.1);
        CaptureClip clip = host.Engine.Heard(1)!;
        Assert.Equal(0, clip.Notes[0].Ticks);
        Assert.Contains(clip.Notes, note => note.Ticks + note.Length == Bar);
        Assert.All(clip.Notes, note => Assert.InRange(note.Ticks + note.Length, note.Ticks + 1, Bar));
        Assert.All(clip.Notes, note => Assert.Equal(2, note.Channel));
    }

    [Theory]
    [InlineData(3, 4, 0)]
    [InlineData(7, 8, 1.5)]
    [InlineData(4, 4, 3)]
    public void Bars_follow_the_hosts_meter(int numerator, int denominator, double pickup)
    {
        SimulatedHost host = new();
        double quarters = 4.0 * numerator / denominator;
        host.Habit = time => time with
        {
            HasTimeSignature = true,
            Numerator = numerator,
            Denominator = denominator,
            HasBarStart = true,
            BarStart = pickup + Math.Floor((time.Ppq - pickup) / quarters) * quarters,
        };
        host.Play(pickup, Tempo, (long)(3.5 * quarters * 60 / Tempo * host.SampleRate));
        CaptureClip clip = host.Engine.Heard(2)!;
        Assert.Equal((2, (long)(2 * quarters * CaptureClip.TicksPerQuarter)), (clip.Bars, clip.Ticks));
        Assert.Equal([new CaptureSignature(0, numerator, denominator)], clip.Signatures);
        Assert.Equal(0, clip.Notes[0].Ticks);
    }

    private static double Play(SimulatedHost host, double ppq, double bars) => host.Play(ppq, Tempo, Frames(bars));

    private static long Frames(double bars) => (long)(bars * 4 * 60 / Tempo * 48_000);

    private static IEnumerable<(long Ticks, int Step)> Steps(int first, int end) =>
        Enumerable.Range(first, end - first).Select(step => (step * (long)Step, step));

    private static List<(long Ticks, int Step)> StepsOf(CaptureClip clip) =>
        [.. clip.Notes.GroupBy(note => note.Ticks, (ticks, notes) => (ticks, notes.Sum(note => 1 << note.Part) - 1))];
}
