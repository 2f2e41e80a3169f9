using DrumSpace.Bench;

// One line a benchmark: its name, and what runs it with the arguments that follow the name.
Dictionary<string, Action<string[]>> benchmarks = new()
{
    ["decode"] = DecodeBench.Run,
    ["companions"] = CompanionBench.Run,
    ["engine"] = EngineBench.Run,
    ["instances"] = InstancesBench.Run,
    ["find"] = FindBench.Run,
    ["map"] = MapBench.Run,
    ["process"] = ProcessBench.Run,
    ["window"] = WindowBench.Run,
    ["training-step"] = TrainingStepBench.Run,
    ["training-epoch"] = TrainingEpochBench.Run,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out Action<string[]>? run))
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/bench/DrumSpace.Bench -- {string.Join('|', benchmarks.Keys)}");
    return 2;
}

run(args[1..]);
return 0;
