using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets.Vst2;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// Presets from and to the files that VST2 hosts write, without an instance: what a host would have saved, and what it would load. What a
/// musician sets once, whatever beat plays, stands at its default in what is written, and is passed over in what is read.
/// </summary>
public static class PresetExchange
{
    /// <summary>Takes the preset out of an `.fxp` file.</summary>
    /// <param name="program">The file's content.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="UserFileException">It is another plugin's, or its chunk is damaged.</exception>
    public static UserPreset FromProgram(PresetProgram program, string file)
    {
        CheckOwner(program.UniqueId, file);
        return program.Chunk != null ? FromChunk(program.Chunk, file)[0] : FromValues(program, file);
    }

    /// <summary>Takes the presets out of an `.fxb` file.</summary>
    /// <param name="bank">The file's content.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="UserFileException">It is another plugin's, or its chunk is damaged.</exception>
    public static IReadOnlyList<UserPreset> FromBank(PresetBank bank, string file)
    {
        CheckOwner(bank.UniqueId, file);
        return bank.Chunk != null ? FromChunk(bank.Chunk, file) : [.. bank.Programs!.Select(program => FromProgram(program, file))];
    }

    /// <summary>Makes the content of an `.fxp` file.</summary>
    public static PresetProgram ToProgram(UserPreset preset)
    {
        byte[] chunk = Write([preset], programOnly: true);
        return new PresetProgram(Product.UniqueId, Product.VersionNumber, preset.Program.Name, chunk, null, ParameterTable.Count);
    }

    /// <summary>Makes the content of an `.fxb` file; the first preset is the current one, and its model and slots are the bank's.</summary>
    /// <param name="presets">1 to <see cref="ProgramBank.MaxCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more.</exception>
    public static PresetBank ToBank(IReadOnlyList<UserPreset> presets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(presets.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(presets.Count, ProgramBank.MaxCount);
        return new PresetBank(Product.UniqueId, Product.VersionNumber, 0, Write(presets, programOnly: false), null, presets.Count);
    }

    private static void CheckOwner(int id, string file)
    {
        if (id != Product.UniqueId)
        {
            throw new UserFileException(file, "", $"it is of another plugin, number 0x{id:X8}; DrumSpace's is 0x{Product.UniqueId:X8}");
        }
    }

    private static UserPreset FromValues(PresetProgram program, string file)
    {
        if (program.Values!.Length > ParameterTable.Count)
        {
            throw new UserFileException(
                file, "", $"it has {program.Values.Length} values, but this version has {ParameterTable.Count} parameters");
        }

        PluginProgram read = new("");
        read.Rename(program.Name);
        for (int index = 0; index < program.Values.Length; index++)
        {
            float value = program.Values[index];
            read[index] = value is >= 0 and <= 1
                ? value
                : throw new UserFileException(file, ParameterTable.All[index].Name, $"{value} is not within 0 to 1");
        }

        return Named(new UserPreset(read), file);
    }

    private static UserPreset[] FromChunk(byte[] chunk, string file)
    {
        try
        {
            PluginState state = StateChunk.Read(chunk);
            (string? model, string? fingerprint) = ModelOf(state);
            PatternSlots? slots = UserPreset.IsEmpty(state.Slots) ? null : state.Slots;
            return
            [
                .. state.Programs.Select(
                    program => Named(new UserPreset(program) { Model = model, Fingerprint = fingerprint, Slots = slots }, file)),
            ];
        }
        catch (StateFormatException e)
        {
            throw new UserFileException(file, "", e.Message.TrimEnd('.'), e);
        }
    }

    private static (string? Name, string? Fingerprint) ModelOf(PluginState state)
    {
        if (state.Sections.FirstOrDefault(section => section.Tag == ModelSection.SectionTag) is not { } section)
        {
            return (null, null);
        }

        ChunkReader reader = new(section.Content, section.Offset);
        (string name, string fingerprint) = ModelSection.ReadIdentity(ref reader);
        reader.End($"section {section.Tag}");
        return (name, fingerprint == ModelSection.NoFingerprint ? null : fingerprint);
    }

    // Hosts may leave the name empty, which a preset's file cannot.
    private static UserPreset Named(UserPreset preset, string file)
    {
        if (preset.Program.Name.Length == 0)
        {
            preset.Program.Rename(Path.GetFileNameWithoutExtension(file));
        }

        return preset;
    }

    private static byte[] Write(IReadOnlyList<UserPreset> presets, bool programOnly)
    {
        ParameterView values = new ParameterStore().Current;
        presets[0].SwitchLocks(values);
        using ChunkWriter model = new();
        if (presets[0].Model is { } name)
        {
            ModelSection.Write(model, name, presets[0].Fingerprint ?? ModelSection.NoFingerprint);
        }

        return StateChunk.Write(new PluginState
        {
            IsProgram = programOnly,
            Song = values.Song,
            Programs = [.. presets.Select(preset => preset.Program)],
            Slots = presets[0].Slots ?? new PatternSlots(),
            Sections = presets[0].Model == null ? [] : [new StateSection(ModelSection.SectionTag, 0, model.ToArray())],
        });
    }
}
