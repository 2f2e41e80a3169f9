using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// SHA-256 after FIPS 180-4, computed piece by piece. System.Security.Cryptography would load the system's OpenSSL into the host, and end
/// the process where there is none.
/// </summary>
internal sealed class Sha256Hash
{
    /// <summary>Bytes in a hash.</summary>
    public const int ByteCount = 32;

    private const int BlockBytes = 64;
    private const int PieceBytes = 1 << 16;

    // The fractional parts of the square roots of the first 8 primes (5.3.3).
    private readonly uint[] _state =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private readonly byte[] _block = new byte[BlockBytes];
    private long _length;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash of some content, as 64 lower-case hexadecimal digits.</summary>
    public static string HexOf(ReadOnlySpan<byte> content)
    {
        Sha256Hash hash = new();
        hash.Append(content);
        return hash.ToHex();
    }

    /// <summary>The hash of the rest of a stream, as 64 lower-case hexadecimal digits; 64 KiB of it are in memory at a time.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static string HexOf(Stream stream)
    {
        Sha256Hash hash = new();
        byte[] piece = new byte[PieceBytes];
        while (stream.Read(piece) is > 0 and int count)
        {
            hash.Append(piece.AsSpan(0, count));
        }

        return hash.ToHex();
    }

    /// <summary>Adds content at the end.</summary>
    public void Append(ReadOnlySpan<byte> content)
    {
        int filled = (int)(_length % BlockBytes);
        _length += content.Length;
        if (filled + content.Length >= BlockBytes && filled > 0)
        {
            content[..(BlockBytes - filled)].CopyTo(_block.AsSpan(filled));
            Compress(_block);
            content = content[(BlockBytes - filled)..];
            filled = 0;
        }

        for (; content.Length >= BlockBytes; content = content[BlockBytes..])
        {
            Compress(content[..BlockBytes]);
        }

        content.CopyTo(_block.AsSpan(filled));
    }

    /// <summary>Ends the content: its hash as 64 lower-case hexadecimal digits. Call it once.</summary>
    public string ToHex()
    {
        // A bit 1, zeros up to the end of a block, and there the length in bits (5.1.1).
        Span<byte> padding = stackalloc byte[BlockBytes + sizeof(ulong)];
        padding.Clear();
        padding[0] = 0x80;
        int zeros = BlockBytes - (int)((_length + sizeof(ulong)) % BlockBytes);
        BinaryPrimitives.WriteUInt64BigEndian(padding[zeros..], (ulong)_length * 8);
        Append(padding[..(zeros + sizeof(ulong))]);

        Span<byte> hash = stackalloc byte[ByteCount];
        for (int i = 0; i < _state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], _state[i]);
        }

        return Convert.ToHexStringLower(hash);
    }

    // 6.2.2, with its names. Eight rounds a pass: the variables change their roles instead of their values.
    private void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (int t = 0; t < 16; t++)
        {
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        }

        for (int t = 16; t < w.Length; t++)
        {
            uint s0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ w[t - 15] >> 3;
            uint s1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ w[t - 2] >> 10;
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }

        uint[] state = _state;
        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (int t = 0; t < w.Length; t += 8)
        {
            ReadOnlySpan<uint> words = w.Slice(t, 8), constants = RoundConstants.Slice(t, 8);
            Round(a, b, c, ref d, e, f, g, ref h, constants[0] + words[0]);
            Round(h, a, b, ref c, d, e, f, ref g, constants[1] + words[1]);
            Round(g, h, a, ref b, c, d, e, ref f, constants[2] + words[2]);
            Round(f, g, h, ref a, b, c, d, ref e, constants[3] + words[3]);
            Round(e, f, g, ref h, a, b, c, ref d, constants[4] + words[4]);
            Round(d, e, f, ref g, h, a, b, ref c, constants[5] + words[5]);
            Round(c, d, e, ref f, g, h, a, ref b, constants[6] + words[6]);
            Round(b, c, d, ref e, f, g, h, ref a, constants[7] + words[7]);
        }

        ReadOnlySpan<uint> sums = [a, b, c, d, e, f, g, h];
        for (int i = 0; i < state.Length; i++)
        {
            state[i] += sums[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(uint a, uint b, uint c, ref uint d, uint e, uint f, uint g, ref uint h, uint word)
    {
        uint sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
        uint sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
        uint t1 = h + sum1 + (e & f ^ ~e & g) + word;
        d += t1;
        h = t1 + sum0 + (a & b ^ a & c ^ b & c);
    }
}
