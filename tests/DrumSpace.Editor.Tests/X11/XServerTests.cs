namespace DrumSpace.Editor.Tests.X11;

/// <summary>Tests on the X server, which has one pointer and one focus: one after another.</summary>
[CollectionDefinition(nameof(XServerTests), DisableParallelization = true)]
public sealed class XServerTests : ICollectionFixture<XServer>;
