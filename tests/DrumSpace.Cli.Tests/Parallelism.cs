// All commands share the process's console, and Spectre.Console allows one progress display at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
