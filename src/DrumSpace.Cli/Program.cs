using System.CommandLine;
using DrumSpace.Cli.Commands;

// `drumspace`: one file a command, under Commands/<topic>/; each makes its own Command.
RootCommand root = new("DrumSpace's tool: datasets, training, and playing plugins.");
root.Subcommands.Add(DatasetCommand.Create());
root.Subcommands.Add(FilterCommand.Create());
root.Subcommands.Add(MidiCommand.Create());
root.Subcommands.Add(TrainCommand.Create());
root.Subcommands.Add(CardCommand.Create());
root.Subcommands.Add(TrainGrooveCommand.Create());
root.Subcommands.Add(TrainMelodyCommand.Create());
root.Subcommands.Add(CompanionsCommand.Create());
root.Subcommands.Add(PlayCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(EvaluateCommand.Create());
root.Subcommands.Add(SampleCommand.Create());
root.Subcommands.Add(MapCommand.Create());
root.Subcommands.Add(FindCommand.Create());
root.Subcommands.Add(SongCommand.Create());
root.Subcommands.Add(StructureCommand.Create());
root.Subcommands.Add(PresetCommand.Create());
root.Subcommands.Add(ProgramsCommand.Create());
// Ctrl+C is passed to what listens to it, a training or a download; a training first finishes its epoch, then writes its checkpoint.
return root.Parse(args).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
