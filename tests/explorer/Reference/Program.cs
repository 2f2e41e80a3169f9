using DrumSpace.ExplorerReference;
using DrumSpace.Testing;

// The values that the explorer's tests compare with, made by the product: `write FOLDER` for all of them, and `read FILE...` for the
// patterns of MIDI clips, a line each.
switch (args)
{
    case ["write", string folder]:
        Directory.CreateDirectory(folder);
        string models = Path.Combine(Repository.Root, "presets", "models");
        foreach (string bundle in Directory.GetDirectories(models).Order())
        {
            ModelReference.Write(bundle, folder);
        }

        string flagship = Path.Combine(models, "flagship");
        SpaceReference.Write(flagship, folder);
        MelodyReference.Write(flagship, folder);
        PlayReference.Write(flagship, folder);
        TextReference.Write(folder);
        return 0;
    case ["read", .. string[] clips]:
        foreach (string clip in clips)
        {
            Console.WriteLine(ClipReading.Of(clip));
        }

        return 0;
    default:
        Console.Error.WriteLine("usage: write FOLDER | read FILE...");
        return 2;
}
