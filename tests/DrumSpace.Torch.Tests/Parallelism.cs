// The kernel and the number of threads belong to the process: a class that changes them must not run beside one that compares bits.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
