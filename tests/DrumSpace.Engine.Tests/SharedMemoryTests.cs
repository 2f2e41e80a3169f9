using DrumSpace.Engine.Memory;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class SharedMemoryTests
{
    [Fact]
    public void What_was_loaded_is_what_is_saved_before_and_after_the_engine_took_it()
    {
        SharedMemory shared = new();
        shared.Load(Filled(5));
        Assert.Equal(5, Check(shared));
        Assert.True(shared.TakeLoaded());
        Assert.False(shared.TakeLoaded());
        Assert.Equal(5, Check(shared));
    }

    [Fact]
    public async Task However_threads_meet_what_is_saved_is_whole()
    {
        SharedMemory shared = new();
        PatternSlots[] memories = [.. Enumerable.Range(0, 8).Select(Filled)];
        shared.Load(memories[0]);
        shared.TakeLoaded();
        using CancellationTokenSource end = new();
        Task writer = Task.Run(() =>
        {
            for (int number = 0; !end.IsCancellationRequested; number++)
            {
                shared.TakeLoaded();
                shared.BeginWrite();
                shared.Owned.CopyFrom(memories[number % 8]);
                shared.EndWrite();
                Thread.SpinWait(2000);
            }
        });
        for (int saved = 1; saved <= 300; saved++)
        {
            Check(shared);
            if (saved % 7 == 0)
            {
                shared.Load(memories[saved % 8]);
            }
        }

        await end.CancelAsync();
        await writer;
    }

    // Every number in the memory is the same.
    private static PatternSlots Filled(int number)
    {
        PatternSlots memory = new();
        DecodedPattern beat = new();
        Array.Fill(beat.Probabilities, number);
        Array.Fill(beat.Thresholds, number);
        memory.Locks.Lock(Pattern.AllVoices, beat);
        foreach (PatternSlot slot in memory.Slots)
        {
            slot.IsFilled = true;
            slot.Seed = number;
            slot.Knobs = new Knobs(number, number, number, number);
            slot.Locks.CopyFrom(memory.Locks);
        }

        return memory;
    }

    private static int Check(SharedMemory shared)
    {
        PatternSlots memory = new();
        shared.Save(memory);
        int number = memory.Slots[0].Seed;
        foreach (PatternSlot slot in memory.Slots)
        {
            Assert.Equal(number, slot.Seed);
            Assert.Equal(number, slot.Knobs[3]);
            Assert.False(slot.Locks.Probabilities.AsSpan().ContainsAnyExcept((float)number), "Half of one memory and half of another.");
        }

        Assert.All(memory.Locks.Thresholds, threshold => Assert.Equal(number, threshold));
        return number;
    }
}
