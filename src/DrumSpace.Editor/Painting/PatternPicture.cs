using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Painting;

/// <summary>Paints a pattern small: a row a drum that is hit, a dot a hit.</summary>
internal static class PatternPicture
{
    private const int MaxRows = 6;

    /// <summary>Paints a pattern into a place.</summary>
    /// <param name="painter">The painter.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="place">Where.</param>
    /// <param name="hit">The colour of a hit.</param>
    /// <param name="rest">The colour of a step without one.</param>
    public static void Paint(Painter painter, in Pattern pattern, SKRect place, SKColor hit, SKColor rest)
    {
        // The drums that play, the most important ones: their order in the kit is that of how often they play.
        Span<int> rows = stackalloc int[MaxRows];
        int count = 0;
        ushort used = 0;
        foreach (ushort mask in pattern.Masks)
        {
            used |= mask;
        }

        for (int voice = 0; voice < Pattern.VoiceCount && count < MaxRows; voice++)
        {
            if ((used >> voice & 1) != 0)
            {
                rows[count++] = voice;
            }
        }

        float height = place.Height / Math.Max(count, 4), width = place.Width / Pattern.StepCount;
        for (int row = 0; row < Math.Max(count, 4); row++)
        {
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                bool isHit = row < count && pattern.Has((Voice)rows[row], step);
                SKRect cell = SKRect.Create(place.Left + (step * width), place.Top + (row * height), width * 0.72f, height * 0.68f);
                painter.Fill(cell, isHit ? hit : rest);
            }
        }
    }
}
