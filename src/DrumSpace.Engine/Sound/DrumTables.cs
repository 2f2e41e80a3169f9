using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// The sounds of the kit for one sample rate, made once and shared by every engine that runs at it; they go when the last of those goes.
/// Immutable.
/// </summary>
/// <remarks>Reading: any thread, the audio thread included. <see cref="For"/> takes a lock and allocates: not for the audio thread.</remarks>
internal sealed class DrumTables
{
    private static readonly Dictionary<double, WeakReference<DrumTables>> Made = [];

    private readonly float[][] _tables;

    private DrumTables(double sampleRate)
    {
        _tables = new float[Pattern.VoiceCount][];
        for (int voice = 0; voice < _tables.Length; voice++)
        {
            _tables[voice] = DrumSynthesis.Make((Voice)voice, sampleRate);
        }
    }

    /// <summary>The sound of a voice: one channel, peaks well below 1, the last frame 0.</summary>
    public float[] this[Voice voice] => _tables[(int)voice];

    /// <summary>The tables for a sample rate, made at the first call.</summary>
    public static DrumTables For(double sampleRate)
    {
        lock (Made)
        {
            if (Made.TryGetValue(sampleRate, out WeakReference<DrumTables>? known) && known.TryGetTarget(out DrumTables? tables))
            {
                return tables;
            }

            tables = new DrumTables(sampleRate);
            Made[sampleRate] = new WeakReference<DrumTables>(tables);
            return tables;
        }
    }
}
