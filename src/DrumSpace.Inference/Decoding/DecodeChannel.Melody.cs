using System.Diagnostics;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Decoding;

/// <summary>
/// The lines that follow the beats. A line takes some twenty times as long as its beat, so it comes after it: the beat is published first,
/// and the worker makes up lines only while no channel waits for a beat. While knobs or wishes keep moving a channel gets a line every 40
/// milliseconds, and the one that counts as soon as they rest.
/// </summary>
public sealed partial class DecodeChannel
{
    private static readonly TimeSpan RestlessInterval = TimeSpan.FromMilliseconds(40);

    private readonly LockSnapshot _locks = new();
    private bool _hasNewLocks;
    private long _wish;
    private long _askedWish;
    private int _linePending;
    private int _isLineLate;
    private int _isSettled;

    // Guarded by _decoding: what the newest line was made of, and when.
    private Pattern _pattern;
    private long _lineSerial;
    private MelodyRequest _lineWish;
    private int _lineLocks;
    private long _lineTime;

    /// <summary>Where finished lines come out; its reading side is the audio thread's.</summary>
    public MelodyExchange Melodies { get; } = new();

    /// <summary>
    /// The line that is to follow each beat; none unless set. A change counts from the next <see cref="Request"/> or
    /// <see cref="DecodeNow"/>, and brings another line of the same beat. The beat counts as decoded, at the model's own thresholds, and
    /// with the rows of <see cref="Lock"/>: what density, variation, fills, chances and mutes make of it does not change the line. Any
    /// thread; wait-free.
    /// </summary>
    public MelodyRequest Wish
    {
        get => MelodyRequest.FromBits(Volatile.Read(ref _wish));
        set => Volatile.Write(ref _wish, value.ToBits());
    }

    /// <summary>
    /// Says which voices play other rows than those of the beats that are decoded, so that lines follow what is heard. It counts from the
    /// next request, like <see cref="Wish"/>. The thread of <see cref="Request"/>; wait-free; rows equal to the last cost next to nothing.
    /// </summary>
    /// <param name="voices">The locked voices: bit v set for voice v.</param>
    /// <param name="masks">32 masks; only the bits of locked voices are set. May be empty when none is locked.</param>
    public void Lock(int voices, ReadOnlySpan<ushort> masks)
    {
        if (!_locks.Holds(voices, masks))
        {
            _locks.Write(voices, masks);
            _hasNewLocks = true;
        }
    }

    /// <summary>Makes up the newest line, if one is due. Worker thread only; never throws.</summary>
    /// <returns>Whether it took the time to.</returns>
    internal bool ServeLine()
    {
        if (Volatile.Read(ref _linePending) == 0)
        {
            return false;
        }

        bool isMade;
        Exception? failure;
        lock (_decoding)
        {
            bool isSettled = Interlocked.Exchange(ref _isSettled, 0) != 0;
            if (IsLineDue && !isSettled && Stopwatch.GetElapsedTime(_lineTime) < RestlessInterval)
            {
                Volatile.Write(ref _linePending, 0);
                Volatile.Write(ref _isLineLate, 1);
                return false;
            }

            isMade = MakeLine(out failure);
        }

        Report(failure);
        return isMade;
    }

    private bool IsLineDue =>
        Wish.IsThere && _serial > 0 && (_lineSerial != _serial || _lineWish != Wish || _lineLocks != _locks.Version);

    // The audio thread's part: asks again where wish or locks are others, or where a line was put off and everything has come to rest.
    private void AskForLine(bool isMoving)
    {
        long wish = Volatile.Read(ref _wish);
        bool isOther = wish != _askedWish || _hasNewLocks;
        _askedWish = wish;
        _hasNewLocks = false;
        if (!isOther && !isMoving && Volatile.Read(ref _isLineLate) != 0)
        {
            Volatile.Write(ref _isLineLate, 0);
            Volatile.Write(ref _isSettled, 1);
            isOther = true;
        }

        if (isOther && Interlocked.Exchange(ref _linePending, 1) == 0)
        {
            _thread.Wake();
        }
    }

    // Under _decoding, as everything that reads or writes what a line is made of.
    private bool MakeLine(out Exception? failure)
    {
        failure = null;

        // Cleared before what it is made of is read: what changes in between is either read now or still pending.
        Interlocked.Exchange(ref _linePending, 0);
        MelodyRequest wish = Wish;
        if (_source is null || !wish.IsThere || !IsLineDue)
        {
            _lineWish = wish;
            return false;
        }

        // Also where it fails: another try would fail as well.
        Pattern heard = _locks.LayOver(_pattern, out _lineLocks);
        (_lineSerial, _lineWish) = (_serial, wish);
        try
        {
            BeatMelody melody = Melodies.Writing;
            _source.Follow(heard, wish, ref melody.Line);
            melody.BeatSerial = _serial;
            Melodies.Publish();
        }
        catch (Exception e)
        {
            failure = e;
        }

        _lineTime = Stopwatch.GetTimestamp();
        return true;
    }
}
