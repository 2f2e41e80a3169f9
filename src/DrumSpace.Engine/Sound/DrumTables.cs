using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// The kit's one-shot samples for one sample rate, made once and shared by all engines that run at it; collected with the last of them.
/// Immutable.
/// </summary>
/// <remarks>
/// Reading: any thread; on the audio thread it does not allocate or block. <see cref="For"/> takes a lock and allocates: not for the audio
/// thread.
/// </remarks>
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

    /// <summary>The sample of a drum: mono, peaks well below 1, the last frame 0.</summary>
    public float[] this[Voice voice] => _tables[(int)voice];

    /// <summary>The samples for a sample rate in frames a second, made at the first call.</summary>
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
