using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

public class MidiFuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 4000;

    // Memory may grow with the bytes of the file (an event of 16 bytes from 2, lists that double), not with the lengths in it.
    private const int AllocationPerByte = 256;
    private const int AllocationAlways = 64 * 1024;

    [Fact]
    public void Damaged_files_are_read_or_refused_within_bounds()
    {
        int seed = SeedFromEnvironment();
        Random random = new(seed);
        PatternExtractor extractor = new(1);
        List<Pattern> patterns = [];
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Damage(Make(random), random);
            try
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                refused += Outcome(() => MidiFile.Read(bytes, "fuzz")) ? 0 : 1;
                long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.InRange(allocated, 0, AllocationAlways + ((long)AllocationPerByte * bytes.Length));
                patterns.Clear();
                Assert.True(Outcome(() => extractor.Extract(bytes, "fuzz", Kit.GeneralMidi, patterns)) || patterns.Count == 0);
                Assert.InRange(patterns.Count, 0, 2 * bytes.Length);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"DRUMSPACE_SEED={seed}, round {round}: {Convert.ToHexString(bytes)}", error);
            }
        }

        // Both outcomes must occur.
        Assert.InRange(refused, Rounds / 20, Rounds * 19 / 20);
    }

    private static bool Outcome(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (MidiFormatException)
        {
            return false;
        }
    }

    private static byte[] Make(Random random)
    {
        List<byte> events = [];
        int count = random.Next(60);
        for (int i = 0; i < count; i++)
        {
            events.Add((byte)random.Next(128));
            byte[] one = random.Next(6) switch
            {
                0 => [0xFF, 0x58, 4, (byte)random.Next(3, 5), 2, 24, 8],
                1 => [0xF0, 2, 1, 0xF7],
                2 => [0xC9, (byte)random.Next(128)],
                3 => [0xFF, 0x51, 3, 7, 0xA1, 0x20],
                _ => [0x99, (byte)random.Next(30, 70), (byte)random.Next(128)],
            };
            events.AddRange(one);
        }

        byte[] track = Smf.Chunk("MTrk", [.. events, 0, 0xFF, 0x2F, 0]);
        return [.. Smf.Header(random.Next(3), 2, random.Next(1, 500)), .. track, .. random.Next(3) == 0 ? track : []];
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        for (int i = random.Next(4); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private int SeedFromEnvironment()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("DRUMSPACE_SEED"), out int given) ? given : Random.Shared.Next();
        output.WriteLine($"DRUMSPACE_SEED={seed} repeats this run.");
        return seed;
    }
}
