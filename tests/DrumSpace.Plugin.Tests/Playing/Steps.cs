using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>What the tests' model plays, told by hand.</summary>
internal static class Steps
{
    public const int BassDrum = 36;
    public const int Snare = 38;
    public const int ClosedHiHat = 42;

    public static RenderedMessage[] Of(Rendering rendering, int note) =>
        [.. rendering.NoteOns.Where(on => on.Message.Data1 == note)];

    /// <summary>The 16ths of the song at which a drum sounded, in order.</summary>
    public static long[] StepsOf(Rendering rendering, int note) => [.. Of(rendering, note).Select(on => (long)Math.Round(on.Ppq * 4))];

    /// <summary>Every 16th from the song's start sounds once, in its place, and every note ends.</summary>
    /// <param name="rendering">Of the hi-hat.</param>
    /// <param name="count">How many 16ths.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <param name="tolerance">Frames; a half is the best there is.</param>
    public static void AssertEvery16th(Rendering rendering, int count, TempoCurve tempo, double tolerance)
    {
        Assert.Equal(Enumerable.Range(0, count).Select(step => (long)step), StepsOf(rendering, ClosedHiHat));
        Assert.InRange(rendering.PlacementError(0.25, tempo), 0, tolerance);
        AssertAllEnd(rendering);
    }

    public static void AssertAllEnd(Rendering rendering)
    {
        Assert.Empty(rendering.HangingNotes);
        Assert.All(rendering.Messages, m => Assert.Equal(9, m.Message.Channel));
        Assert.Equal(rendering.NoteOns.Count(), rendering.Messages.Count(m => m.Message.IsNoteOff));
    }
}
