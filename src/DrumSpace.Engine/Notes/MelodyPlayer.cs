using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Notes;

/// <summary>
/// Decides the notes of the melody, in step with the pattern: its length, start, speed and swing are the melody's too. One note sounds at a
/// time. Ties lengthen a note, up to where the pattern begins anew and the end of the host's loop. A tie whose note did not begin here,
/// because the song jumped or another phrase took over, is silent until the next note begins.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class MelodyPlayer
{
    // The velocity rule wants a probability, which a phrase has not; a half lies between the drums' softest and loudest hits.
    private const float Probability = 0.5f;

    private MelodyPhrase _phrase;
    private bool _isOn;
    private bool _hasPhrase;

    /// <summary>Whether the melody was switched on and waits for its first phrase.</summary>
    public bool IsWaiting => _isOn && !_hasPhrase;

    /// <summary>Takes the switch.</summary>
    /// <param name="isOn">Whether the melody plays.</param>
    /// <returns>Whether it was switched off: what sounds is to end.</returns>
    public bool SwitchesOff(bool isOn)
    {
        bool wasOn = _isOn;
        _isOn = isOn;
        if (!isOn)
        {
            _hasPhrase = false;
            _phrase = default;
        }

        return wasOn && !isOn;
    }

    /// <summary>Plays the phrase of a pattern from here on, if it has one yet; what sounds ends by its own gate.</summary>
    public void Take(PlayablePattern pattern)
    {
        if (_isOn && pattern.IsWhole)
        {
            _phrase = pattern.Melody;
            _hasPhrase = true;
        }
    }

    /// <summary>Decides whether a note begins at a step.</summary>
    /// <param name="due">The step.</param>
    /// <param name="grid">Where the step lies in the pattern.</param>
    /// <param name="sequencer">Where steps lie in time.</param>
    /// <param name="loop">The host's loop.</param>
    /// <param name="settings">Velocities and gate.</param>
    /// <param name="note">The note.</param>
    public bool TryDecide(
        in DueStep due, in PatternGrid grid, in StepSequencer sequencer, in HostLoop loop, in EngineSettings settings, out QueuedNote note)
    {
        int step = grid.StepOf(due.Step);
        note = default;
        if (!_isOn || due.IsPast || !_phrase[step].IsNote)
        {
            return false;
        }

        long end = due.Step + 1;
        while (grid.GoesOn(end) && _phrase[grid.StepOf(end)].IsTie)
        {
            end++;
        }

        double start = sequencer.PpqOf(due.Step);
        double until = start < loop.End ? Math.Min(sequencer.PpqOf(end), loop.End) : sequencer.PpqOf(end);
        int velocity = HitVelocity.Within(settings.LowVelocity, settings.HighVelocity, HitVelocity.Of(step, Probability));
        note = new QueuedNote(
            due.Ppq, due.Ppq, NoteScheduler.MelodyPart, velocity, _phrase[step].Note, settings.MelodyGate * (until - start));
        return true;
    }
}
