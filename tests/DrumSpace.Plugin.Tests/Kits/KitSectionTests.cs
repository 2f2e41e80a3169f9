using DrumSpace.Music;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Tests.Kits;

public class KitSectionTests
{
    private static readonly byte[] Good = [2, (byte)'M', (byte)'y', .. Kit.Notes, .. Enumerable.Repeat<byte>(255, 128)];
    private readonly ParameterStore _values = new();
    private readonly List<string> _told = [];

    [Fact]
    public void A_songs_map_takes_an_empty_place_and_says_so()
    {
        KitSection section = new(new KitList([], _ => { }), _values, _told.Add);
        Assert.Empty(Write(section));
        Read(section, Good)();
        Assert.Equal("My", section.Map.Name);
        Assert.Equal("The kit map My is not among yours; the song plays it all the same.", Assert.Single(_told));
        Assert.Equal(KitList.BuiltInCount, _values.Get(ParameterTable.KitMap));
        Assert.Equal(Good, Write(section));
        _values[ParameterTable.KitMap] = 0;
        Assert.Equal("General MIDI", section.Map.Name);
        Assert.Empty(Write(section));
    }

    [Theory]
    [InlineData(0, 200, "byte 0: the kit map's name is 200 bytes long; 64 are allowed")]
    [InlineData(3, 128, "byte 3: the kit map has notes beyond 127 or voices beyond the fourteen")]
    [InlineData(20, 14, "byte 3: the kit map has notes beyond 127 or voices beyond the fourteen")]
    [InlineData(0, 3, "byte 18: the chunk ends within the kit map's voices")]
    public void Damaged_bytes_are_refused(int place, byte value, string problem)
    {
        KitSection section = new(new KitList([], _ => { }), _values, _told.Add);
        byte[] bytes = [.. Good];
        bytes[place] = value;
        StateFormatException e = Assert.Throws<StateFormatException>(() => Read(section, bytes));
        Assert.Contains(problem, e.Message);
        Assert.Empty(_told);
        Assert.Empty(Write(section));
    }

    private static byte[] Write(KitSection section)
    {
        using ChunkWriter writer = new();
        section.Write(writer);
        return writer.ToArray();
    }

    private static Action Read(KitSection section, byte[] bytes)
    {
        ChunkReader reader = new(bytes);
        return section.Read(ref reader);
    }
}
