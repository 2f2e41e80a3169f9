namespace DrumSpace.Host.Interop;

/// <summary>Records what a plugin sends to its host: the current block's MIDI, and parameter edits.</summary>
/// <remarks>Messages come from the audio thread, edits from any thread. Both arrays are bounded; lost messages are counted.</remarks>
internal sealed class OutputRecorder(HostContext context)
{
    private const int MaxMessages = 16384;
    private const int MaxEdits = 4096;

    private readonly ShortMessage[] _messages = new ShortMessage[MaxMessages];
    private readonly ParameterEdit[] _edits = new ParameterEdit[MaxEdits];
    private int _messageCount;
    private int _editCount;
    private int _droppedEvents;
    private int _eventsOutsideProcess;

    public int DroppedEvents => Volatile.Read(ref _droppedEvents);

    public int EventsOutsideProcess => Volatile.Read(ref _eventsOutsideProcess);

    public ReadOnlySpan<ShortMessage> Messages => _messages.AsSpan(0, _messageCount);

    public ReadOnlySpan<ParameterEdit> Edits => _edits.AsSpan(0, Math.Min(Volatile.Read(ref _editCount), MaxEdits));

    public void ClearMessages() => _messageCount = 0;

    public void ClearEdits() => Volatile.Write(ref _editCount, 0);

    /// <summary>Records a message of the current block. A message outside of a block is only counted.</summary>
    /// <returns>Whether it was recorded.</returns>
    public bool Add(in ShortMessage message)
    {
        if (!context.IsAudioThread)
        {
            Interlocked.Increment(ref _eventsOutsideProcess);
            return false;
        }

        if (_messageCount == MaxMessages)
        {
            Drop();
            return false;
        }

        _messages[_messageCount++] = message;
        return true;
    }

    public void Add(in ParameterEdit edit)
    {
        int index = Interlocked.Increment(ref _editCount) - 1;
        if (index < MaxEdits)
        {
            _edits[index] = edit;
        }
    }

    /// <summary>Counts an event that this host cannot record.</summary>
    public void Drop() => Interlocked.Increment(ref _droppedEvents);
}
