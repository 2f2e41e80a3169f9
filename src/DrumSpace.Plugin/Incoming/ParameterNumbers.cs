namespace DrumSpace.Plugin.Incoming;

/// <summary>
/// Non-registered parameter numbers (NRPN), as the MIDI 1.0 specification has them: controllers 99 and 98 choose a number of 14 bits on a
/// channel, controllers 6 and 38 give its value, coarse and fine. A sender of 7 bits may leave the fine part out; a coarse part then
/// reaches from 0 to 1 by itself.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class ParameterNumbers
{
    private const int CoarseValue = 6;
    private const int FineValue = 38;
    private const int FineNumber = 98;
    private const int CoarseNumber = 99;
    private const int FineRegistered = 100;
    private const int CoarseRegistered = 101;
    private const int ResetAll = 121;
    private const int Channels = 16;
    private const int None = 0x3FFF;
    private const float Largest = 0x3FFF;

    private readonly int[] _numbers = new int[Channels];
    private readonly int[] _coarse = new int[Channels];

    /// <summary>Makes the numbers, with none chosen.</summary>
    public ParameterNumbers() => Array.Fill(_numbers, None);

    /// <summary>Whether a controller is one of the four of this protocol, which mean nothing by themselves.</summary>
    /// <param name="controller">0 to 127.</param>
    public static bool Uses(int controller) => controller is CoarseValue or FineValue or FineNumber or CoarseNumber;

    /// <summary>Follows a controller.</summary>
    /// <param name="channel">0 to 15.</param>
    /// <param name="controller">0 to 127.</param>
    /// <param name="data">0 to 127.</param>
    /// <param name="number">The number whose value was given.</param>
    /// <param name="value">Its value, 0 to 1.</param>
    /// <returns>Whether a value was given.</returns>
    public bool TryTake(int channel, int controller, int data, out int number, out float value)
    {
        number = _numbers[channel];
        value = 0;
        switch (controller)
        {
            case CoarseNumber:
                Choose(channel, (data << 7) | (number & 0x7F));
                return false;
            case FineNumber:
                Choose(channel, (number & 0x3F80) | data);
                return false;
            case FineRegistered or CoarseRegistered or ResetAll:
                Choose(channel, None);
                return false;
            case CoarseValue:
                _coarse[channel] = data;
                value = data / 127f;
                return number != None;
            case FineValue:
                value = ((_coarse[channel] << 7) | data) / Largest;
                return number != None;
            default:
                return false;
        }
    }

    private void Choose(int channel, int number)
    {
        _numbers[channel] = number;
        _coarse[channel] = 0;
    }
}
