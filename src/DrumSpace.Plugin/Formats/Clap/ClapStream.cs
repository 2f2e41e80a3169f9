using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>A stream of CLAP's, of which one of the two is there. Main thread.</summary>
internal sealed unsafe class ClapStream(ClapInputStream* input, ClapOutputStream* output) : HostStream
{
    private readonly ClapInputStream* _input = input;
    private readonly ClapOutputStream* _output = output;

    /// <inheritdoc/>
    protected override long ReadSome(Span<byte> into)
    {
        fixed (byte* bytes = into)
        {
            return _input->Read(_input, bytes, (ulong)into.Length);
        }
    }

    /// <inheritdoc/>
    protected override long WriteSome(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            return _output->Write(_output, first, (ulong)bytes.Length);
        }
    }
}
