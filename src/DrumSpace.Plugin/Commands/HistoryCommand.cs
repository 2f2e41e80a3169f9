using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>
/// Undo and redo of every change of what makes the pattern. A change is noted when everything rested for half a second after it, so that a
/// knob's ride, a program change, a stored slot or a found pattern is one. Nothing of it is in the state.
/// </summary>
internal sealed class HistoryCommand(ParameterStore parameters, BeatHistory history) : PluginCommand
{
    private const double RestSeconds = 0.5;

    private readonly float[] _seenValues = new float[BeatParameters.Indices.Length];
    private double _restingSeconds;
    private bool _isMoving;
    private bool _hasRested;
    private int _undos;
    private int _redos;

    /// <summary>Runs <see cref="Serve"/> in the background. Set once.</summary>
    public BackgroundTask? Background { get; set; }

    /// <inheritdoc/>
    public override void Apply()
    {
        for (int number = 0; number < _seenValues.Length; number++)
        {
            float value = parameters[BeatParameters.Indices[number]];
            if (value != _seenValues[number])
            {
                _seenValues[number] = value;
                NotifyMove();
            }
        }

        UndoCommand command = parameters.Get(ParameterTable.Undo);
        if (command != UndoCommand.None)
        {
            parameters[ParameterTable.Undo] = 0;
            Interlocked.Increment(ref command == UndoCommand.Undo ? ref _undos : ref _redos);
            Background?.Request();
        }
    }

    /// <summary>Notes what is as one change, if it differs from what was noted last. Any thread but the audio thread.</summary>
    public void Settle() => history.Settle();

    /// <summary>Notices that something of the pattern moves. Audio thread.</summary>
    public void NotifyMove()
    {
        _isMoving = true;
        _restingSeconds = 0;
    }

    /// <summary>Counts time that passed. Audio thread.</summary>
    public void Advance(double seconds)
    {
        if (!_isMoving)
        {
            return;
        }

        _restingSeconds += seconds;
        if (_restingSeconds >= RestSeconds)
        {
            _isMoving = false;
            Volatile.Write(ref _hasRested, true);
            Background?.Request();
        }
    }

    /// <inheritdoc/>
    public override void Serve()
    {
        if (Interlocked.Exchange(ref _hasRested, false))
        {
            history.Settle();
        }

        // What was asked at once is done in the order that loses nothing: undo first.
        for (int count = Math.Min(Interlocked.Exchange(ref _undos, 0), BeatHistory.Most); count > 0 && history.Undo(); count--)
        {
        }

        for (int count = Math.Min(Interlocked.Exchange(ref _redos, 0), BeatHistory.Most); count > 0 && history.Redo(); count--)
        {
        }
    }
}
