using DrumSpace.Editor.Model;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// Stands in for members that the core does not have yet. A member of the same name in <see cref="PluginCore"/> takes its place by itself.
/// </summary>
#pragma warning disable CA1822 // They stand in for members of an instance.
internal static class CoreStandIns
{
    /// <summary>Where the song is, and what plays there.</summary>
    public readonly record struct Playhead(
        bool IsPlaying, double Step, long Bar, double Tempo, int Numerator, int Denominator, int Slot, Knobs Knobs);

    extension(PluginCore core)
    {
        /// <summary>Where the song is: unknown.</summary>
        public Playhead Playhead
        {
            get
            {
                Knobs knobs = default;
                for (int axis = 0; axis < Latent.Dimensions; axis++)
                {
                    knobs[axis] = (float)core.Parameters.Get(ParameterTable.Knobs[axis]);
                }

                int slot = core.Parameters.Get(ParameterTable.Slot);
                return new Playhead(false, 0, 0, 120, 4, 4, slot, knobs);
            }
        }

        /// <summary>The path through the space: none.</summary>
        public IReadOnlyList<Knobs> Path => [];

        /// <summary>The model's map: none.</summary>
        public SpaceMap? Map => null;

        /// <summary>How many whole bars are captured: unknown.</summary>
        public int CapturedBars => 0;

        /// <summary>Does nothing.</summary>
        public void SetPath(IReadOnlyList<Knobs> path) => _ = (core, path);

        /// <summary>Does nothing.</summary>
        public void SetHit(Voice voice, int step, bool isHit) => _ = (core, voice, step, isHit);

        /// <summary>Decodes nothing.</summary>
        public bool PatternAt(in Knobs knobs, DecodedPattern into) => core == null;

        /// <summary>Finds nothing.</summary>
        public IReadOnlyList<FoundPattern> FindNearestClip(string path, int count) => [];

        /// <summary>Writes nothing.</summary>
        public string? WriteClip(ClipKind kind, int bars, bool hasTrackPerVoice) => null;
    }
}
