namespace DrumSpace.Plugin.Input;

/// <summary>
/// Decodes non-registered parameter numbers (NRPN) as the MIDI 1.0 specification defines them: controllers 99 and 98 select a 14-bit number
/// on a channel, controllers 6 and 38 set its value, coarse and fine. A 7-bit sender may omit the fine part, so a coarse part alone spans
/// 0 to 1.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class NrpnDecoder
{
    private const int CoarseValue = 6;
    private const int FineValue = 38;
    private const int FineNumber = 98;
    private const int CoarseNumber = 99;
    private const int FineRegistered = 100;
    private const int CoarseRegistered = 101;
    private const int Channels = 16;
    private const int None = 0x3FFF;
    private const float MaxValue = 0x3FFF;

    private readonly int[] _numbers = new int[Channels];
    private readonly int[] _coarse = new int[Channels];

    /// <summary>Creates a decoder with no number selected.</summary>
    public NrpnDecoder() => Array.Fill(_numbers, None);

    /// <summary>Whether a controller is one of the protocol's four, which have no other meaning.</summary>
    /// <param name="controller">0 to 127.</param>
    public static bool Uses(int controller) => controller is CoarseValue or FineValue or FineNumber or CoarseNumber;

    /// <summary>Handles a control change.</summary>
    /// <param name="channel">0 to 15.</param>
    /// <param name="controller">0 to 127.</param>
    /// <param name="data">0 to 127.</param>
    /// <param name="number">The selected number.</param>
    /// <param name="value">Its value, 0 to 1.</param>
    /// <returns>Whether a value was set.</returns>
    public bool TryDecode(int channel, int controller, int data, out int number, out float value)
    {
        number = _numbers[channel];
        value = 0;
        switch (controller)
        {
            case CoarseNumber:
                Select(channel, (data << 7) | (number & 0x7F));
                return false;
            case FineNumber:
                Select(channel, (number & 0x3F80) | data);
                return false;
            case FineRegistered or CoarseRegistered or ChannelMode.ResetControllers:
                Select(channel, None);
                return false;
            case CoarseValue:
                _coarse[channel] = data;
                value = data / 127f;
                return number != None;
            case FineValue:
                value = ((_coarse[channel] << 7) | data) / MaxValue;
                return number != None;
            default:
                return false;
        }
    }

    private void Select(int channel, int number)
    {
        _numbers[channel] = number;
        _coarse[channel] = 0;
    }
}
