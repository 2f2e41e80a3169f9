using DrumSpace.Engine.Sound;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Notes;

/// <summary>
/// Plays the hits and notes that were decided: each waits in a queue for its own time, then goes out as MIDI and to the built-in
/// instruments. Every note-on is followed by one note-off.
/// </summary>
/// <remarks>Audio thread, but for <see cref="Prepare"/>, which allocates and is for the time in between. Does not block or throw.</remarks>
internal sealed class NoteScheduler
{
    /// <summary>The part that plays the melody: the one after the drums.</summary>
    public const int MelodyPart = CaptureClip.MelodyPart;

    private const int MinEvents = 256;

    private readonly NoteQueue _queue = new();
    private readonly DrumKit _kit = new();
    private readonly MonoSynth _synth = new();
    private MidiEventBuffer _events = new(MinEvents);
    private ActiveNotes _notes;

    /// <summary>Makes a scheduler that is not prepared.</summary>
    public NoteScheduler() => _notes = new ActiveNotes(_events);

    /// <summary>The events of the block.</summary>
    public MidiEventBuffer Events => _events;

    /// <summary>Sizes the events for the longest block, and makes the kit's sounds. Forgets any sounding note.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="maxSteps">The most steps in a block.</param>
    public void Prepare(double sampleRate, int maxSteps)
    {
        _events = new MidiEventBuffer(Math.Max(MinEvents, maxSteps * (Pattern.VoiceCount + 1) * 2));
        _notes = new ActiveNotes(_events);
        _kit.Prepare(sampleRate);
        _synth.Prepare(sampleRate);
    }

    /// <summary>Adds a hit or note that was decided; one that finds no room is dropped and counted.</summary>
    public void Add(in QueuedNote note)
    {
        if (!_queue.Add(note))
        {
            _events.Drop();
        }
    }

    /// <summary>Drops what was decided and has not sounded yet.</summary>
    public void Clear() => _queue.Clear();

    /// <summary>Drops what was decided for steps at a position or after it.</summary>
    /// <param name="ppq">The position in quarters.</param>
    public void ClearFrom(double ppq) => _queue.ClearFrom(ppq);

    /// <summary>Moves with a song that went back to the start of its loop.</summary>
    /// <param name="quarters">How far back.</param>
    public void MoveBack(double quarters) => _queue.MoveBack(quarters);

    /// <summary>Plays what is due up to a frame.</summary>
    /// <param name="segment">The current segment.</param>
    /// <param name="frame">The last frame.</param>
    /// <param name="isEnd">Whether the segment ends: where it ends a pass of the loop, all that belongs to the pass is played.</param>
    /// <param name="block">How the block is played.</param>
    public void PlayTo(in TransportSegment segment, int frame, bool isEnd, in BlockContext block)
    {
        while (!_queue.IsEmpty)
        {
            QueuedNote note = _queue.Next;
            double nearest = segment.FrameOf(note.Ppq);
            bool endsWithPass = isEnd && segment.EndsInWrap && note.Ppq < segment.LastPpq;
            if (nearest > frame && !endsWithPass)
            {
                return;
            }

            _queue.Remove();
            int at = (int)Math.Clamp(nearest, segment.Frame, Math.Min(segment.EndFrame, block.LastFrame));
            Play(note, at, note.BeginsBar && IsBeforeStep(note, at, segment), block);
        }
    }

    /// <summary>Ends the notes of some parts.</summary>
    /// <param name="parts">Bit p set for part p: the voices, and <see cref="MelodyPart"/>.</param>
    /// <param name="frame">The frame of the block.</param>
    public void End(int parts, int frame)
    {
        _notes.EndVoices(parts, frame);
        if ((parts >> MelodyPart & 1) != 0)
        {
            _synth.Release(frame);
        }
    }

    /// <summary>Ends what is due in the block.</summary>
    /// <param name="frames">Its length.</param>
    public void EndBlock(int frames) => _notes.EndBlock(frames);

    /// <summary>Silences the built-in instruments at once.</summary>
    public void Silence()
    {
        _kit.Silence();
        _synth.Silence();
    }

    /// <summary>Renders the built-in instruments.</summary>
    /// <param name="left">Overwritten; empty when the sound is not wanted.</param>
    /// <param name="right">As long as the left.</param>
    /// <param name="kitLevel">0 to 1.</param>
    /// <param name="melodyLevel">0 to 1.</param>
    public void Render(Span<float> left, Span<float> right, float kitLevel, float melodyLevel)
    {
        _kit.Render(left, right, kitLevel);
        _synth.Render(left, right, melodyLevel);
    }

    private static bool IsBeforeStep(in QueuedNote note, int frame, in TransportSegment segment) =>
        frame < segment.FrameOf(note.StepPpq) && !(segment.EndsInWrap && frame >= segment.EndFrame);

    private void Play(in QueuedNote note, int frame, bool isOfNextBar, in BlockContext block)
    {
        bool isMelody = note.Part == MelodyPart;
        if (block.IsBypassed || (block.SilentParts >> note.Part & 1) != 0)
        {
            return;
        }

        double quarters = isMelody ? note.Quarters : block.DrumQuarters;
        long length = Math.Max(1, (long)Math.Round(quarters * block.FramesPerQuarter));
        if (isMelody)
        {
            _notes.EndVoices(1 << MelodyPart, frame);
            _notes.Start(frame, block.MelodyChannel - 1, note.Note, note.Velocity, new NoteSource(MelodyPart), length);
            _synth.Start(frame, note.Note, note.Velocity, length, block.MelodyRole);
        }
        else
        {
            Voice voice = (Voice)note.Part;
            int channel = block.KitMap.ChannelOf(voice, block.Channel);
            NoteSource source = new((byte)note.Part, isOfNextBar);
            _notes.Start(frame, channel - 1, block.KitMap.NoteOf(voice), note.Velocity, source, length);
            _kit.Strike(frame, voice, note.Velocity);
        }
    }
}
