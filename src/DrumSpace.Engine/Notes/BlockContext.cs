using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Notes;

/// <summary>What does not change for the notes of one block.</summary>
/// <remarks>A value of the audio thread.</remarks>
/// <param name="LastFrame">The last frame of the block.</param>
/// <param name="FramesPerQuarter">Frames a quarter.</param>
/// <param name="DrumQuarters">How long a drum's note lasts, in quarters.</param>
/// <param name="IsBypassed">Whether nothing sounds.</param>
/// <param name="SilentParts">The voices that are silent, and the melody where it is off: bit p set for part p.</param>
/// <param name="Channel">The MIDI channel, 1 to 16, of the drums that have none of their own in the kit map.</param>
/// <param name="KitMap">The notes of the drums.</param>
/// <param name="MelodyChannel">The MIDI channel of the melody, 1 to 16.</param>
/// <param name="MelodyRole">How the melody's synthesizer sounds.</param>
internal readonly record struct BlockContext(
    int LastFrame, double FramesPerQuarter, double DrumQuarters, bool IsBypassed, int SilentParts, int Channel, KitMap KitMap,
    int MelodyChannel, MelodyRole MelodyRole);
