using System.Numerics;
using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine;

/// <summary>
/// When and how hard the hits of a step sound. With <see cref="GrooveTiming"/> hits leave the grid, early ones too, and nothing is delayed
/// for it: a step is decided (its beat taken, its slot entered, its hits chosen) when its earliest hit could sound, at most half a step
/// before its place, and each hit then waits for its own. What is decided stays: a beat, a slot or a setting that comes later counts from
/// the next step; only what silences counts at once.
/// <list type="bullet">
/// <item>In the host's loop a step belongs to a pass by its place on the grid, and its hits run on in time: an early hit of the loop's first
/// step sounds at the end of the pass before, a late one of its last step at the start of the next pass.</item>
/// <item>Where the song starts or jumps to, an early hit whose time is past sounds at once, as no drummer leaves out the first stroke; of
/// the steps before, the hits that are late enough still sound, as from a recorded clip. What was decided before the jump is dropped.</item>
/// </list>
/// </summary>
public sealed partial class PlaybackEngine
{
    private const int StepsPerQuarterAtMost = 8;

    private readonly GrooveRules _groove = new();
    private readonly NoteQueue _pending = new();

    /// <summary>
    /// How far velocities go from the rule's to the learnt drummer's, 0 to 1; the learnt ones are laid over <see cref="LowVelocity"/> to
    /// <see cref="HighVelocity"/>. 0 unless set; nothing where the model has no groove.
    /// </summary>
    public double GrooveVelocity
    {
        get => _groove.Velocity;
        set => _groove.Velocity = Limit(value);
    }

    /// <summary>
    /// The part of the learnt offset, 0 to 1, by which hits leave their steps, on top of the swing: at most half a step early or late.
    /// 0 unless set; nothing where the model has no groove.
    /// </summary>
    public double GrooveTiming
    {
        get => _groove.Timing;
        set => _groove.Timing = Limit(value);
    }

    private void FollowGroove()
    {
        _clock.Follow(_grid, Swing, GrooveRules.MaxOffset * _groove.Timing);
        if (_clock.Returns(_transport.Loop, out double end))
        {
            _pending.ClearFrom(end);
        }
    }

    private void Enter(in TransportSegment segment)
    {
        if (segment.Start == SegmentStart.Jump)
        {
            EndNotes(segment.Frame);
            _pending.Clear();
        }
        else if (segment.Start == SegmentStart.Wrap)
        {
            if (!_clock.IsInNextPass)
            {
                BeginPass();
            }

            _pending.MoveBack(_transport.Loop.Length);
        }

        _clock.Enter(segment);
    }

    private bool BeginsPass(in TransportSegment segment, int lastFrame)
    {
        bool isFirst = !_clock.IsInNextPass;
        if (!_clock.BeginsPass(segment, lastFrame, _transport.Loop))
        {
            return false;
        }

        if (isFirst)
        {
            BeginPass();
        }
        else
        {
            Wrap();
        }

        return true;
    }

    // A loop that was set at the last moment: steps beyond its end may be decided, which will not come.
    private void BeginPass()
    {
        _pending.ClearFrom(_transport.Loop.End);
        Wrap();
    }

    private void Decide(in DueStep due)
    {
        DecodedPattern beat = _exchange.Reading;
        int step = _grid.StepOf(due.Step);
        double rise = _grid.FillRamp(FillInterval, due.Step, _isSlotEnding);

        // In 32nds from the song's start, so that a change of the pattern's rate keeps the lots.
        long place = due.Step * (StepsPerQuarterAtMost / _grid.StepsPerQuarter);
        int seed = PlayingSeed;
        _rules.Variation = VariationOf(_slots.Playing).LeftFor(beat);
        for (int hits = _rules.At(beat, _locks, step, rise); hits != 0; hits &= hits - 1)
        {
            int voice = BitOperations.TrailingZeroCount(hits);
            double ppq = due.Ppq + _groove.OffsetOf(beat, _locks, step, voice) * _clock.StepQuarters;
            if (HashNoise.Of(seed, place, voice) >= _chances[voice] || (due.IsPast && _clock.IsPast(ppq)))
            {
                continue;
            }

            int velocity = _groove.VelocityOf(_rules, beat, _locks, step, voice);
            if (!_pending.Add(new QueuedNote(ppq, due.Ppq, voice, velocity)))
            {
                _events.Drop();
            }
        }
    }

    // Plays what waits up to a frame; at the end of a segment that ends a pass, also all else that belongs to it.
    private void SoundTo(in TransportSegment segment, int frame, int lastFrame, bool isEnd = false)
    {
        while (!_pending.IsEmpty)
        {
            QueuedNote hit = _pending.Next;
            double nearest = segment.FrameOf(hit.Ppq);
            bool isOwed = isEnd && segment.EndsInWrap && hit.Ppq < segment.LastPpq;
            if (nearest > frame && !isOwed)
            {
                return;
            }

            _pending.Remove();
            Sound(hit, (int)Math.Clamp(nearest, segment.Frame, Math.Min(segment.EndFrame, lastFrame)));
        }
    }

    private void Sound(in QueuedNote hit, int frame)
    {
        if (hit.Voice == MelodyNotes)
        {
            SoundNote(hit, frame);
            return;
        }

        if (Bypassed || (SilentVoices >> hit.Voice & 1) != 0)
        {
            return;
        }

        long length = Math.Max(1, (long)Math.Round(Gate * _clock.StepQuarters * _transport.FramesPerQuarter));
        _notes.Start(frame, Channel - 1, KitMap.NoteOf((Voice)hit.Voice), hit.Velocity, hit.Voice, length);
        _kit.Strike(frame, (Voice)hit.Voice, hit.Velocity);
    }
}
