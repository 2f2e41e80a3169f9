// The console is the process's, and its progress displays refuse to run side by side: one command at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
