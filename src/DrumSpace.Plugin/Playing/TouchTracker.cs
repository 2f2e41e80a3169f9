using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Playing;

/// <summary>
/// Knows which parameter was touched last, for MIDI learn. Hosts do not tell a hand from automation, so a parameter counts as touched when
/// it begins to move: when the host sets it to another value after a while in which it was not set at all. A curve that goes on and on
/// touches its parameter once, at its beginning, and a knob turned afterwards stays the one touched last. While the host does not process,
/// every change is a touch. States, programs and controllers touch nothing.
/// </summary>
/// <remarks>Any thread; no allocation, no lock, no wait. <see cref="Advance"/>: the audio thread.</remarks>
internal sealed class TouchTracker(ParameterStore parameters)
{
    // Seconds without being set, after which a parameter stands still.
    private const double StandStill = 0.5;

    private readonly double[] _lastSets = [.. Enumerable.Repeat(double.NegativeInfinity, ParameterTable.Count)];
    private double _playedSeconds;
    private int _touched = -1;
    private bool _isProcessing;

    /// <summary>The index of the parameter touched last; -1 before any was.</summary>
    public int Touched => Volatile.Read(ref _touched);

    /// <summary>Whether the host processes.</summary>
    public bool IsProcessing
    {
        get => Volatile.Read(ref _isProcessing);
        set => Volatile.Write(ref _isProcessing, value);
    }

    /// <summary>Sets a parameter because the host says so, by hand or by automation.</summary>
    /// <param name="index">Its index; one that no parameter has changes nothing.</param>
    /// <param name="normalized">0 to 1.</param>
    public void SetByHost(int index, float normalized)
    {
        if ((uint)index >= (uint)_lastSets.Length)
        {
            return;
        }

        float before = parameters[index];
        parameters[index] = normalized;
        double now = Volatile.Read(ref _playedSeconds);
        double last = Interlocked.Exchange(ref _lastSets[index], now);
        if ((!IsProcessing || now - last > StandStill) && parameters[index] != before)
        {
            Touch(index);
        }
    }

    /// <summary>Sets a parameter to what a person typed.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="normalized">0 to 1.</param>
    public void SetByHand(int index, float normalized)
    {
        parameters[index] = normalized;
        Touch(index);
    }

    /// <summary>Notes that a person touched a parameter, whether it moved or not.</summary>
    /// <param name="index">Its index. The command that learns is no parameter to be learnt.</param>
    public void Touch(int index)
    {
        if (index != ParameterTable.Learn.Index)
        {
            Volatile.Write(ref _touched, index);
        }
    }

    /// <summary>Counts time that was played.</summary>
    public void Advance(double seconds) => Volatile.Write(ref _playedSeconds, _playedSeconds + seconds);
}
