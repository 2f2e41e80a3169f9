using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Tests.Capture;

/// <summary>
/// A hit belongs to the bar of its step, also where it sounds before the bar line. The velocities number the steps from 1; a step is 240
/// ticks, so a hit that is early by 0.4 sounds 96 ticks before its step.
/// </summary>
public class CaptureEarlyHitTests
{
    private const double Tempo = 120;
    private static readonly GroovedPattern Early = new((Voice.Snare, -0.4f));

    [Fact]
    public void A_clip_begins_with_its_own_downbeat_and_lacks_the_next_bars()
    {
        SimulatedHost host = Early.Play(1);
        host.Play(0, Tempo, Frames(3.5));
        CaptureClip clip = host.Engine.Capture(1)!;
        Assert.Equal([0L, .. Enumerable.Range(1, 15).Select(step => step * 240L - 96)], clip.Notes.Select(note => note.Ticks));
        Assert.Equal(Enumerable.Range(1, 16), clip.Notes.Select(note => note.Velocity));
        Assert.All(clip.Notes, note => Assert.Equal(120, note.Length));
    }

    [Fact]
    public void Inside_a_clip_early_hits_stay_where_they_sounded()
    {
        SimulatedHost host = Early.Play(1);
        host.Play(0, Tempo, Frames(3.5));
        CaptureClip clip = host.Engine.Capture(2)!;
        Assert.Equal([0L, .. Enumerable.Range(1, 31).Select(step => step * 240L - 96)], clip.Notes.Select(note => note.Ticks));
        Assert.Equal([.. Enumerable.Range(17, 16), .. Enumerable.Range(1, 16)], clip.Notes.Select(note => note.Velocity));
    }

    [Fact]
    public void The_early_hit_of_a_loops_first_step_belongs_to_the_pass_that_it_begins()
    {
        SimulatedHost host = Early.Play(1);
        host.PlayLoop(0, Tempo, Frames(3), new Loop(0, 3));
        CaptureClip clip = host.Engine.Capture(1)!;
        Assert.Equal(3L * CaptureClip.TicksPerQuarter, clip.Ticks);
        Assert.Equal(Enumerable.Range(1, 12), clip.Notes.Select(note => note.Velocity));
        Assert.Equal(0, clip.Notes[0].Ticks);
    }

    [Fact]
    public void The_bar_that_runs_lacks_the_early_hit_of_a_bar_that_has_not_begun()
    {
        SimulatedHost host = Early.Play(1);
        host.Play(0, Tempo, Frames(1) - 100);
        Assert.Equal(Enumerable.Range(1, 16), host.Engine.Capture(1)!.Notes.Select(note => note.Velocity));
        Assert.Equal(17, GrooveHits.Played(host).Count);
    }

    [Fact]
    public void After_a_jump_the_bar_has_only_its_own_early_hit()
    {
        SimulatedHost host = Early.Play(1);
        host.Play(0, Tempo, Frames(1) - 100);
        host.Play(32, Tempo, Frames(1.5));
        CaptureClip clip = host.Engine.Capture(1)!;
        Assert.Equal(Enumerable.Range(1, 16), clip.Notes.Select(note => note.Velocity));
        Assert.Equal([0, 144], clip.Notes.Take(2).Select(note => note.Ticks));
    }

    [Fact]
    public void A_song_that_resumes_before_the_bar_line_does_not_double_the_early_hit()
    {
        SimulatedHost host = Early.Play(1);
        double position = host.Play(0, Tempo, Frames(1) - 100);
        host.Stop(position, Tempo, 20_000);
        host.Play(position, Tempo, Frames(1) + 200);
        CaptureClip clip = host.Engine.Capture(1)!;
        Assert.Equal(Enumerable.Range(17, 16), clip.Notes.Select(note => note.Velocity));
    }

    [Fact]
    public void Every_hit_is_in_the_clip_of_its_own_bar_for_any_blocks_offsets_and_tempos()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int round = 0; round < 20; round++)
        {
            GroovedPattern pattern = new(random);
            SimulatedHost host = pattern.Play(1);
            host.Block = SimulatedHost.RandomBlocks(random);
            double tempo = 60 + random.NextDouble() * 200;
            int bars = random.Next(1, 5);
            host.Play(0, tempo, (long)(host.SampleRate * 60 / tempo * 4 * (bars + 2.5)));
            CaptureClip clip = host.Engine.Capture(bars)!;
            double first = 4 * 2;
            List<(int, int)> own = [.. pattern.Between(first, first + 4 * bars, 1).Select(hit => (hit.Note, hit.Velocity)).Order()];
            Assert.True(own.SequenceEqual(clip.Notes.Select(note => (note.Number, note.Velocity)).Order()), $"Seed {seed}, round {round}.");
        }
    }

    private static long Frames(double bars) => (long)(bars * 4 * 60 / Tempo * 48_000);
}
