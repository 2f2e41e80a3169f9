using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>A stream of VST 3's. Main thread.</summary>
internal sealed unsafe class Vst3HostStream(Vst3Stream* stream) : HostStream
{
    private readonly Vst3Stream* _stream = stream;

    // Some hosts report the end as a failure: without bytes the two are the same.
    /// <inheritdoc/>
    protected override long ReadSome(Span<byte> into)
    {
        int read = 0;
        fixed (byte* bytes = into)
        {
            _stream->Vtbl->Read(_stream, bytes, into.Length, &read);
        }

        return read;
    }

    /// <inheritdoc/>
    protected override long WriteSome(ReadOnlySpan<byte> bytes)
    {
        int written = 0;
        fixed (byte* first = bytes)
        {
            return _stream->Vtbl->Write(_stream, first, bytes.Length, &written) == Vst3Result.Ok ? written : -1;
        }
    }
}
