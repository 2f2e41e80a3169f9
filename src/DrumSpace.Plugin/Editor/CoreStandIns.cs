using DrumSpace.Engine.Playing;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;
using DrumSpace.Plugin.Clips;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Engine.Playing
{
    internal readonly record struct Playhead(
        bool IsPlaying, double Step, long Bar, double Tempo, int Numerator, int Denominator, int Slot, Knobs Knobs);
}

namespace DrumSpace.Inference.Finding
{
    internal readonly record struct KnobMapPoint(float X, float Y, int Genre, Knobs Knobs);

    internal readonly record struct NearPattern(Knobs Knobs, Pattern Pattern, double Similarity, string? Genre);

    internal sealed class KnobMap
    {
        public IReadOnlyList<string> Genres { get; } = [];

        public ReadOnlySpan<KnobMapPoint> Points => Genres.Count == 0 ? [] : throw new NotSupportedException();
    }
}

namespace DrumSpace.Plugin.Clips
{
    internal enum ClipKind
    {
        Beat,
        Melody,
        Captured,
    }
}

namespace DrumSpace.Plugin.Window
{
    /// <summary>
    /// Stands in for members that the core does not have yet, and for their types. A member of the same name in <see cref="PluginCore"/>
    /// takes its place by itself.
    /// </summary>
#pragma warning disable CA1822 // They stand in for members of an instance.
    internal static class CoreStandIns
    {
        extension(PluginCore core)
        {
            public Playhead Playhead
            {
                get
                {
                    Knobs knobs = default;
                    for (int axis = 0; axis < Latent.Dimensions; axis++)
                    {
                        knobs[axis] = (float)core.Parameters.Get(ParameterTable.Knobs[axis]);
                    }

                    return new Playhead(false, 0, 0, 120, 4, 4, core.Parameters.Get(ParameterTable.Slot), knobs);
                }
            }

            public IReadOnlyList<Knobs> Path => [];

            public KnobMap? Map => null;

            public int CapturedBars => 0;

            public void SetPath(IReadOnlyList<Knobs> points) => _ = (core, points);

            public bool SetHit(Voice voice, int step, bool isHit) => core == null;

            public bool PatternAt(in Knobs knobs, DecodedPattern into) => core == null;

            public IReadOnlyList<NearPattern> FindNearestClip(string path, int count) => [];

            public string? WriteClip(ClipKind kind, int bars, bool trackPerVoice) => null;
        }
    }
}
