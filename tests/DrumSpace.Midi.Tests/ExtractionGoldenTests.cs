using System.Security.Cryptography;
using System.Text;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>
/// The extractor on the research data. The values are from tests/bench/extraction/reference.py, which reads the same files by Debian's
/// python3-mido 1.2.10 and shares no code with this project.
/// </summary>
/// <remarks>The known figures of the whole Groove data set (491 beats of 4/4: 10,586 windows, 10,206 passed, 10,086 unique, 9,828 unique
/// passed; 20,925 and 19,306 with a hop of a bar) count the test split too. Without its 77 beats the 414 here give about 0.9 of
/// each.</remarks>
public class ExtractionGoldenTests
{
    [Theory]
    [InlineData("groove", 2, 426, 9500, 9145, 9133, 8886, "20e85ebe2f73ee84ba02fececb6c34c64c5bf99c998944315a3ea0589d52427e")]
    [InlineData("groove", 1, 426, 18780, 18150, 17902, 17468, "e309ccd1e5184fefa809846ba839ce6c53cb80832dd52b56390a50eea43c07de")]
    [InlineData("multitrack/freedoom", 2, 112, 3496, 2973, 1250, 1040, "61b043f661c1d2c67687f0c6864bb34ddcced06af6fc5f54959d79c4a06cb3ee")]
    [InlineData("multitrack/freedoom", 1, 112, 6965, 5985, 2420, 2074, "b6d2f886967655f7b90275ea4219e1b14b047a6539710e4a989f980bee88b148")]
    [InlineData("multitrack/simutrans", 2, 53, 2196, 1977, 865, 781, "29a644e6b38ccfedc4fd53279fa568c43d63613c15992c765c321f84848fb403")]
    [InlineData("multitrack/simutrans", 1, 53, 4365, 3939, 1522, 1388, "32ce31945502524ede39fd23a42a2daa33f20479b1e47c845c7c6adeca79ba94")]
    [InlineData("multitrack/tannerhelland", 2, 47, 837, 545, 359, 243, "d828370b87c0200399e136a0db2f3efbd232f3632091ad2c4eb34bb9156022e1")]
    [InlineData(
        "multitrack/tannerhelland", 1, 47, 1668, 1119, 628, 454, "43a35a9690f60c82485ecaee23092e34e3b537c89d97eba5f2d9d57d7ebb4f4f")]
    public void The_patterns_of_the_research_data_are_those_of_the_reference(
        string folder, int hopBars, int files, int windows, int windowsPassed, int unique, int uniquePassed, string sha256)
    {
        string? path = Repository.Data(folder);
        Assert.SkipWhen(path is null, "The research data is not beside this checkout.");
        IReadOnlyList<FilePatterns> all = new PatternSource([new CorpusFolder(path!)], hopBars).ReadAll();
        Assert.All(all, file => Assert.Null(file.Refusal));
        List<Pattern> patterns = [.. all.SelectMany(file => file.Patterns)];
        HashSet<Pattern> distinct = [.. patterns];
        List<Pattern> kept = [.. distinct.Where(pattern => EntropyFilter.Passes(pattern))];
        Assert.Equal(
            (files, windows, windowsPassed, unique, uniquePassed),
            (all.Count, patterns.Count, patterns.Count(pattern => EntropyFilter.Passes(pattern)), distinct.Count, kept.Count));
        Assert.Equal(sha256, HashOf(kept));
    }

    // The reference sorts its patterns as tuples of numbers.
    private static string HashOf(List<Pattern> patterns)
    {
        patterns.Sort((one, other) => one.Masks.SequenceCompareTo(other.Masks));
        string text = string.Concat(patterns.Select(pattern => new PatternLine(pattern) + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }
}
