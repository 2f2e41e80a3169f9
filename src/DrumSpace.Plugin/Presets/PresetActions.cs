using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Commands;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Presets;

/// <summary>Saves what plays as a preset of the musician's own, and loads presets. Main thread.</summary>
internal sealed class PresetActions(
    ParameterStore parameters, PlaybackEngine engine, ModelSection modelSection, FindPatternCommand find, StatusLine status)
{
    /// <summary>Saves a preset: the program, the model's name, slots and pinned rows.</summary>
    /// <param name="folder">The folder, usually <see cref="PresetFolder.User"/>.</param>
    /// <param name="name">
    /// Its name, which becomes the program's, cut where it is too long; an empty one leaves that. An earlier preset of the name is
    /// replaced.
    /// </param>
    /// <param name="genre">The genre; may be empty.</param>
    /// <param name="author">Who made it; may be empty.</param>
    /// <returns>The file's path; null when it could not be written. The status tells where it lies, or why not.</returns>
    public string? Save(PresetFolder folder, string name, string genre, string author)
    {
        PluginProgram program = parameters.Current.Program;
        string before = program.Name;
        program.Rename(name);
        if (program.Name.Length == 0)
        {
            program.Rename(before);
        }

        PatternSlots slots = new();
        engine.SaveSlots(slots);
        try
        {
            string file = folder.Write(new UserPreset(program)
            {
                Genre = genre,
                Author = author,
                Model = modelSection.Identity?.Name,
                Fingerprint = modelSection.Identity?.Fingerprint,
                Slots = UserPreset.IsEmpty(slots) ? null : slots,
            });
            status.Notify($"Saved the preset {program.Name}: {file}");
            return file;
        }
        catch (UserFileException e)
        {
            status.Notify(e.Message);
            return null;
        }
    }

    /// <summary>
    /// Makes a preset the current program. Its model is chosen where it is there; where it is not, the default plays with a notice. A
    /// preset without slots and pinned rows leaves those that are there.
    /// </summary>
    /// <param name="file">The file, from anywhere.</param>
    /// <returns>Whether it was loaded; if not, nothing changed, and the status tells why.</returns>
    public bool Load(string file)
    {
        UserPreset preset;
        try
        {
            preset = PresetFolder.Read(file);
        }
        catch (UserFileException e)
        {
            status.Notify(e.Message);
            return false;
        }

        status.Clear();
        find.NotifyLoad();
        parameters.LoadProgram(preset.Program);
        if (preset.Model != null)
        {
            modelSection.Take(preset.Model, preset.Fingerprint ?? ModelSection.NoFingerprint);
        }

        if (preset.Slots != null)
        {
            preset.SwitchLocks(parameters.Current);
            engine.LoadSlots(preset.Slots);
        }

        return true;
    }
}
