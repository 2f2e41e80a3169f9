using DrumSpace.Music;

namespace DrumSpace.Plugin.Playing;

/// <summary>What plays until an instance's model is loaded: the beat of the first program, as the model that ships decodes it.</summary>
internal static class DefaultPattern
{
    private static readonly (Voice Voice, string Steps)[] Rows =
    [
        (Voice.BassDrum, "x-x---x---x-----x-x---x---x---x-"),
        (Voice.Snare, "----x-------x-------x-------x---"),
        (Voice.ClosedHiHat, "x---x---x-x-x---x---x---x-x-x---"),
    ];

    /// <summary>Makes it, as the answer to no request, so that the first reply takes over at once.</summary>
    public static PlayablePattern Make()
    {
        PlayablePattern pattern = new();
        foreach ((Voice voice, string steps) in Rows)
        {
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                pattern.Decoded.Probabilities[step * Pattern.VoiceCount + (int)voice] = steps[step] == 'x' ? 1 : 0;
            }
        }

        pattern.Decoded.ApplyThresholds();
        return pattern;
    }
}
