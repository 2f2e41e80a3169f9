using DrumSpace.Engine;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests;

/// <summary>
/// Programs change on the audio thread while the main thread saves, restores and reads: what is saved and what is played is of one program.
/// Each program has a level of its own, at which all its values stand, so that any mix of two shows.
/// </summary>
public sealed class ProgramRaceTests : IDisposable
{
    private const int Programs = 3;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);
    private static readonly Parameter[] OfProgram = [.. ParameterTable.All.Where(parameter => parameter.BelongsToProgram)];

    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    [Fact]
    public async Task What_is_saved_while_programs_change_by_MIDI_is_never_a_mix()
    {
        using PluginCore core = Filled(first: 0);
        core.Resume();
        List<byte[]> saved = [];
        await Against(() => ChangeProgram(core), () => saved.Add(core.SaveState(programOnly: saved.Count % 2 == 0)));
        Assert.All(saved, chunk => AssertWhole(StateChunk.Read(chunk)));
    }

    [Fact]
    public async Task What_is_restored_while_programs_change_by_MIDI_is_never_a_mix()
    {
        using PluginCore core = Filled(first: 0);
        using PluginCore other = Filled(first: Programs);
        byte[][] states = [core.SaveState(programOnly: false), other.SaveState(programOnly: false), other.SaveState(programOnly: true)];
        core.Resume();
        int loaded = 0;
        List<byte[]> saved = [];
        await Against(() => ChangeProgram(core), () =>
        {
            Assert.True(core.TryLoadState(states[loaded++ % states.Length]));
            saved.Add(core.SaveState(programOnly: false));
        });
        Assert.All(saved, chunk => AssertWhole(StateChunk.Read(chunk)));
    }

    [Fact]
    public async Task What_is_read_at_once_while_programs_change_and_states_are_restored_is_of_one_program_and_one_state()
    {
        using PluginCore core = Filled(first: 0);
        using PluginCore other = Filled(first: Programs);
        byte[][] states = [core.SaveState(programOnly: false), other.SaveState(programOnly: false)];
        int turn = 0;
        await Against(
            () =>
            {
                ParameterView values = core.Parameters.Current;
                float[] levels = [.. OfProgram.Select(parameter => values[parameter])];
                Assert.Single(levels.Distinct());
            },
            () =>
            {
                core.Programs.Select(turn++ % Programs);
                Assert.True(turn % 8 != 0 || core.TryLoadState(states[turn / 8 % 2]));
            });
    }

    [Fact]
    public async Task What_sounds_while_the_host_changes_programs_is_never_a_mix()
    {
        // Quiet and loud alike for all hits: a mix of the two would have velocities between.
        using SongPlayer player = new(_models.List());
        PluginCore core = player.Core;
        for (int number = 0; number < 2; number++)
        {
            core.Programs.Select(number);
            Array.ForEach([.. ParameterTable.Knobs], knob => core.Parameters[knob] = 0.25f);
            core.Parameters.Set(ParameterTable.LowVelocity, number == 0 ? 20 : 100);
            core.Parameters.Set(ParameterTable.HighVelocity, number == 0 ? 20 : 100);
        }

        HashSet<byte> velocities = [];
        int turn = 0;
        await Against(
            () =>
            {
                player.Play(1);
                velocities.UnionWith(player.Notes.Select(note => note.Velocity));
            },
            () => core.Programs.Select(turn++ % 2));
        Assert.Equal((byte[])[20, 100], velocities.Order());
    }

    public void Dispose() => _models.Dispose();

    private static async Task Against(Action audio, Action main)
    {
        using CancellationTokenSource done = new();
        Task playing = Task.Run(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    audio();
                }
            },
            TestContext.Current.CancellationToken);
        long start = Environment.TickCount64;
        while (Environment.TickCount64 - start < Time.TotalMilliseconds && !playing.IsCompleted)
        {
            main();
        }

        await done.CancelAsync();
        await playing;
    }

    private static void ChangeProgram(PluginCore core)
    {
        for (byte number = 0; number < Programs; number++)
        {
            core.QueueMidi(new MidiEvent(0, 0xC0, number, 0));
            core.Process(default, 16, default, RenderSpeed.RealTime, NoMidi.Output);
        }
    }

    // Programs whose values all stand at one level, the first of them at a given one.
    private PluginCore Filled(int first)
    {
        PluginCore core = new(_models.List());
        for (int number = 0; number < core.Programs.Count; number++)
        {
            Array.ForEach(OfProgram, parameter => core.Programs[number][parameter] = LevelOf(first + (number % Programs)));
        }

        return core;
    }

    private static float LevelOf(int number) => (number + 1) / 8f;

    private static void AssertWhole(PluginState state) => Assert.All(
        state.Programs, program => Assert.Single(OfProgram.Select(parameter => program[parameter]).Distinct()));

    private sealed class NoMidi : MidiSink
    {
        public static readonly NoMidi Output = new();

        public override void Add(in MidiEvent midi)
        {
        }
    }
}
