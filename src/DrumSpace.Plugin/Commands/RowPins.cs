using DrumSpace.Engine;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>Pins voices to rows that are given, and switches their locks on. Any thread but the audio thread; locks.</summary>
internal sealed class RowPins(ParameterStore parameters, PlaybackEngine engine)
{
    private readonly Lock _loading = new();

    /// <summary>Pins the voices of the rows; the others stay as they are.</summary>
    /// <param name="rows">They must not be changed any more.</param>
    public void Pin(PinnedRows rows)
    {
        lock (_loading)
        {
            // First the switches: without them the engine would let the rows go.
            for (int voice = 0; voice < Pattern.VoiceCount; voice++)
            {
                if ((rows.Voices >> voice & 1) != 0)
                {
                    parameters.Set(ParameterTable.Lock[voice], true);
                }
            }

            engine.LoadPins(rows);
        }
    }
}
