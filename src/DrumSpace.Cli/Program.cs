using System.CommandLine;

// `drumspace`: one file a command, under Commands/<topic>/; each makes its own Command.
RootCommand root = new("DrumSpace's tool: datasets, training, and playing plugins.");
return root.Parse(args).Invoke();
