using System.CommandLine;
using System.Text;
using DrumSpace.Cli.Commands;

if (OperatingSystem.IsWindows())
{
    // A Windows console otherwise has the letters of one country.
    Console.OutputEncoding = Encoding.UTF8;
}

// Each command has a file under Commands/.
RootCommand root = new("DrumSpace's tool: data sets, training, evaluation, songs, and playing plugins.");
root.Subcommands.Add(DatasetCommand.Create());
root.Subcommands.Add(FilterCommand.Create());
root.Subcommands.Add(MidiCommand.Create());
root.Subcommands.Add(TrainCommand.Create());
root.Subcommands.Add(CardCommand.Create());
root.Subcommands.Add(TrainGrooveCommand.Create());
root.Subcommands.Add(TrainFillCommand.Create());
root.Subcommands.Add(TrainMelodyCommand.Create());
root.Subcommands.Add(CompanionsCommand.Create());
root.Subcommands.Add(PlayCommand.Create());
root.Subcommands.Add(HostCommand.Create());
root.Subcommands.Add(TryPluginCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(EditorCommand.Create());
root.Subcommands.Add(EvaluateCommand.Create());
root.Subcommands.Add(SampleCommand.Create());
root.Subcommands.Add(MapCommand.Create());
root.Subcommands.Add(ExploreCommand.Create());
root.Subcommands.Add(FindCommand.Create());
root.Subcommands.Add(SongCommand.Create());
root.Subcommands.Add(StructureCommand.Create());
root.Subcommands.Add(PresetCommand.Create());
root.Subcommands.Add(ProgramsCommand.Create());
// After Ctrl+C a training finishes its epoch and writes its checkpoint.
return root.Parse(args).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
