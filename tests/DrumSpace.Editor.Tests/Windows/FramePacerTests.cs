using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Tests.Windows;

public sealed class FramePacerTests : IDisposable
{
    private static readonly PixelSize Size = new(20, 10);

    private readonly List<string> _log = [];
    private readonly RecordingContent _content = new();
    private readonly FramePacer _pacer;
    private readonly SKSurface _surface = SKSurface.Create(new SKImageInfo(20, 10));

    public FramePacerTests() => _pacer = new FramePacer(_content, new FailureLog(_log.Add));

    public void Dispose() => _surface.Dispose();

    [Fact]
    public void The_first_frame_is_painted_and_then_only_what_changed()
    {
        Assert.True(_pacer.Advance(1000));
        _pacer.Paint(_surface.Canvas, Size);
        Assert.False(_pacer.Advance(1060));
        _content.Need = new FrameNeed(MustPaint: true, IsMoving: false);
        Assert.True(_pacer.Advance(1120));
    }

    [Fact]
    public void What_rests_is_asked_seldom_what_moves_sixty_times_a_second()
    {
        _pacer.Advance(1000);
        Assert.Equal(60, _pacer.WaitAt(1000));
        _content.Need = new FrameNeed(MustPaint: true, IsMoving: true);
        int frames = 0;
        for (long now = 1060; now < 2060; now++)
        {
            if (_pacer.WaitAt(now) == 0)
            {
                // A frame takes 7 ms: the rate stays.
                _pacer.Advance(now);
                now += 7;
                frames++;
            }
        }

        Assert.InRange(frames, 60, 63);
    }

    [Fact]
    public void Input_brings_the_next_frame_forward_but_not_above_the_rate()
    {
        _pacer.Advance(1000);
        _pacer.Hurry();
        Assert.Equal(14, _pacer.WaitAt(1002));
        Assert.Equal(0, _pacer.WaitAt(1030));
    }

    [Fact]
    public void A_content_that_always_fails_is_given_up_after_some_frames()
    {
        _content.PaintFails = true;
        for (int i = 0; i < 5; i++)
        {
            _pacer.Invalidate();
            Assert.True(_pacer.Advance(1000 + (i * 100)));
            Assert.False(_pacer.Paint(_surface.Canvas, Size));
        }

        _pacer.Invalidate();
        Assert.False(_pacer.Advance(2000));
        Assert.Equal(5, _log.Count);
        Assert.Contains("stops painting", _log[^1]);
    }

    [Fact]
    public void A_frame_leaves_no_state_on_the_canvas()
    {
        int before = _surface.Canvas.SaveCount;
        _content.LeavesCanvasChanged = true;
        _pacer.Paint(_surface.Canvas, Size);
        Assert.Equal(before, _surface.Canvas.SaveCount);
        Assert.True(_surface.Canvas.TotalMatrix.IsIdentity);
    }
}
