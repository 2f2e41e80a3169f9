using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// Undo: every change of what makes the beat can be taken back. A change is noted when everything rested for half a second after it, so
/// that a knob's ride, a program change, a stored slot or a found beat is one. Nothing of it is in the state.
/// </summary>
public sealed partial class PluginCore
{
    private const double RestSeconds = 0.5;

    private readonly EditHistory _history;
    private readonly float[] _seenValues = new float[UndoableParameters.All.Length];
    private double _restingFrames;
    private bool _isMoving;
    private bool _isSettled;
    private int _stepsBack;
    private int _stepsForth;

    /// <summary>How many changes can be taken back. Any thread but the audio thread.</summary>
    public int UndoCount => _history.UndoCount;

    /// <summary>How many changes that were taken back can be made again. Any thread but the audio thread.</summary>
    public int RedoCount => _history.RedoCount;

    /// <summary>Takes the last change back, be it noted already or not. Any thread but the audio thread.</summary>
    /// <returns>False when there is none.</returns>
    public bool Undo() => Notify(_history.Undo());

    /// <summary>Makes the change again that was taken back last. Any thread but the audio thread.</summary>
    /// <returns>False when there is none, or something was changed since.</returns>
    public bool Redo() => Notify(_history.Redo());

    private bool Notify(bool hasMoved)
    {
        ParametersMoved?.Invoke();
        return hasMoved;
    }

    // Audio thread, once a change of any parameter.
    private void ApplyHistory()
    {
        ParameterView values = Parameters.Current;
        for (int number = 0; number < _seenValues.Length; number++)
        {
            float value = values[UndoableParameters.All[number]];
            if (value != _seenValues[number])
            {
                _seenValues[number] = value;
                Move();
            }
        }

        UndoCommand command = values.Get(ParameterTable.Undo);
        if (command != UndoCommand.None)
        {
            values[ParameterTable.Undo] = 0;
            Interlocked.Increment(ref command == UndoCommand.Undo ? ref _stepsBack : ref _stepsForth);
            BackgroundThread.Shared.Wake();
        }
    }

    // Something of the beat moves. Audio thread.
    private void Move()
    {
        _isMoving = true;
        _restingFrames = 0;
    }

    // Audio thread, with each block.
    private void Rest(int frames)
    {
        if (!_isMoving)
        {
            return;
        }

        _restingFrames += frames;
        if (_restingFrames >= RestSeconds * _sampleRate)
        {
            _isMoving = false;
            Volatile.Write(ref _isSettled, true);
            BackgroundThread.Shared.Wake();
        }
    }

    // Background thread.
    private void ServeHistory()
    {
        if (Interlocked.Exchange(ref _isSettled, false))
        {
            _history.Settle();
        }

        // What was asked at once is done in the order that loses nothing: back first.
        for (int steps = Math.Min(Interlocked.Exchange(ref _stepsBack, 0), EditHistory.MaxChanges); steps > 0 && _history.Undo(); steps--)
        {
        }

        for (int steps = Math.Min(Interlocked.Exchange(ref _stepsForth, 0), EditHistory.MaxChanges); steps > 0 && _history.Redo(); steps--)
        {
        }
    }
}
