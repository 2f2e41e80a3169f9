using DrumSpace.Engine.Memory;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin;

/// <summary>The musician's own presets. Main thread.</summary>
public sealed partial class PluginCore
{
    /// <summary>Keeps what plays as a preset in a folder: the program, the model's name, slots and locked rows.</summary>
    /// <param name="folder">The folder, usually <see cref="PresetFolder.User"/>.</param>
    /// <param name="name">
    /// Its name, which becomes the program's, cut where it is too long; an empty one leaves that. An earlier preset of the name makes room.
    /// </param>
    /// <param name="genre">The genre; may be empty.</param>
    /// <param name="author">Who made it; may be empty.</param>
    /// <returns>The file's path; null when it could not be written, and <see cref="Status"/> tells why.</returns>
    public string? SavePreset(PresetFolder folder, string name, string genre = "", string author = "")
    {
        PluginProgram program = Parameters.Current.Program;
        string before = program.Name;
        program.Rename(name);
        if (program.Name.Length == 0)
        {
            program.Rename(before);
        }

        PatternSlots memory = Memory;
        try
        {
            return folder.Write(new UserPreset(program)
            {
                Genre = genre,
                Author = author,
                Model = _modelSection.Identity?.Name,
                Fingerprint = _modelSection.Identity?.Fingerprint,
                Memory = UserPreset.IsEmpty(memory) ? null : memory,
            });
        }
        catch (UserFileException e)
        {
            Tell(e.Message);
            return null;
        }
    }

    /// <summary>
    /// Makes a preset the current program. Its model is chosen where it is there; where it is not, the default plays with a notice. A preset
    /// without slots and locked rows leaves those that are there.
    /// </summary>
    /// <param name="file">The file, from anywhere.</param>
    /// <returns>Whether it was taken; if not, nothing changed, and <see cref="Status"/> tells why.</returns>
    public bool LoadPreset(string file)
    {
        UserPreset preset;
        try
        {
            preset = PresetFolder.Read(file);
        }
        catch (UserFileException e)
        {
            Tell(e.Message);
            return false;
        }

        Volatile.Write(ref _status, "");
        Parameters.LoadProgram(preset.Program);
        if (preset.Model != null)
        {
            _modelSection.Take(preset.Model, preset.Fingerprint ?? ModelSection.NoFingerprint);
        }

        if (preset.Memory != null)
        {
            preset.SwitchLocks(Parameters.Current);
            _engine.LoadMemory(preset.Memory);
        }

        ParametersMoved?.Invoke();
        return true;
    }
}
