using System.Collections.Immutable;
using DrumSpace.Music;

namespace DrumSpace.Plugin.Parameters;

/// <summary>What the voices are called in files and by hosts, for ever.</summary>
public static class VoiceNames
{
    /// <summary>By <see cref="Voice"/>: the id in files and the name that hosts show.</summary>
    public static ImmutableArray<(string Id, string Name)> All { get; } =
    [
        ("kick", "Kick"), ("snare", "Snare"), ("closed-hat", "Closed Hat"), ("floor-tom", "Floor Tom"), ("low-tom", "Low Tom"),
        ("open-hat", "Open Hat"), ("mid-tom", "Mid Tom"), ("crash", "Crash"), ("ride", "Ride"), ("vibraslap", "Vibraslap"),
        ("hi-bongo", "Hi Bongo"), ("lo-bongo", "Lo Bongo"), ("hi-conga", "Hi Conga"), ("lo-conga", "Lo Conga"),
    ];

    /// <summary>Finds a voice by its id.</summary>
    /// <param name="id">For example "closed-hat".</param>
    /// <param name="voice">The voice.</param>
    /// <returns>False when no voice has this id.</returns>
    public static bool TryFind(string id, out Voice voice)
    {
        int index = 0;
        while (index < All.Length && All[index].Id != id)
        {
            index++;
        }

        voice = index < All.Length ? (Voice)index : default;
        return index < All.Length;
    }
}
