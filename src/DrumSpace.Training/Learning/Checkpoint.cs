using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DrumSpace.Midi.Files;
using DrumSpace.Training.Models;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// The state of a training run as a file, in a format that is the same for every backend: the run's fingerprint, the losses so far, every
/// parameter with Adam's two moments and step, and a SHA-256 of all that. Little-endian, as <see cref="BinaryWriter"/> writes.
/// </summary>
internal static class Checkpoint
{
    private const uint Magic = 0x4B435344; // "DSCK"
    private const int Version = 1;

    /// <summary>Writes a temporary file and renames it, so that a crash leaves the old checkpoint or the new one.</summary>
    public static void Write(string path, byte[] fingerprint, IReadOnlyList<double> losses, IEnumerable<SavedParameter> parameters)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(fingerprint);
            writer.Write(losses.Count);
            foreach (double loss in losses)
            {
                writer.Write(loss);
            }

            foreach ((string name, AdamWState state) in parameters)
            {
                writer.Write(name);
                writer.Write(state.Steps);
                WriteValues(writer, state.Parameter);
                WriteValues(writer, state.Average);
                WriteValues(writer, state.Square);
            }
        }

        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        AtomicFile.Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Reads the whole file before it changes anything.</summary>
    /// <returns>The losses of the completed epochs.</returns>
    public static List<double> Read(string path, byte[] fingerprint, IEnumerable<SavedParameter> parameters)
    {
        using BinaryReader reader = Open(path);
        if (!reader.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(fingerprint))
        {
            throw new TrainingException($"{path}: this checkpoint comes from a run with other options or other data");
        }

        var losses = new List<double>();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            losses.Add(reader.ReadDouble());
        }

        var changes = new List<Action>();
        foreach ((string name, AdamWState state) in parameters)
        {
            if (reader.ReadString() != name)
            {
                throw new TrainingException($"{path}: this checkpoint comes from another version of the model: '{name}' is missing");
            }

            long steps = reader.ReadInt64();
            float[] values = ReadValues(reader, state.Parameter);
            float[] average = ReadValues(reader, state.Average), square = ReadValues(reader, state.Square);
            changes.Add(() =>
            {
                state.Steps = steps;
                TensorValues.Write(state.Parameter, values);
                TensorValues.Write(state.Average, average);
                TensorValues.Write(state.Square, square);
            });
        }

        changes.ForEach(change => change());
        return losses;
    }

    // After the hash has been checked, the file is what was written, and its lengths can be trusted.
    private static BinaryReader Open(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"{path}: the checkpoint cannot be read: {cause.Message}", cause);
        }

        int length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 8 || BitConverter.ToUInt32(bytes) != Magic)
        {
            throw new TrainingException($"{path}: this is not a checkpoint of a training run");
        }

        if (!SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            throw new TrainingException($"{path}: the checkpoint is damaged; delete it to begin again");
        }

        var reader = new BinaryReader(new MemoryStream(bytes, 4, length - 4));
        int version = reader.ReadInt32();
        return version == Version
            ? reader
            : throw new TrainingException($"{path}: the checkpoint has version {version}; this program reads version {Version}");
    }

    private static void WriteValues(BinaryWriter writer, Tensor tensor) =>
        writer.Write(MemoryMarshal.AsBytes(TensorValues.Read(tensor).AsSpan()));

    private static float[] ReadValues(BinaryReader reader, Tensor like)
    {
        var values = new float[like.NumberOfElements];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
