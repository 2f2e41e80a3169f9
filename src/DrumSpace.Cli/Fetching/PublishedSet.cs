namespace DrumSpace.Cli.Fetching;

/// <summary>A published data set: its address and files.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">Its title.</param>
/// <param name="Credit">Licence and authors.</param>
/// <param name="Address">File names are appended to it.</param>
/// <param name="Files">Its files.</param>
internal sealed record PublishedSet(string Name, string Title, string Credit, Uri Address, IReadOnlyList<PublishedFile> Files)
{
    /// <summary>
    /// The MIDI of the Groove MIDI Dataset (https://magenta.tensorflow.org/datasets/groove). Size and SHA-256 are from TensorFlow
    /// Datasets: github.com/tensorflow/datasets, tensorflow_datasets/url_checksums/groove.txt.
    /// </summary>
    public static PublishedSet Groove { get; } = new(
        "groove",
        "Groove MIDI Dataset v1.0.0",
        "CC BY 4.0, Google LLC. Gillick, Roberts, Engel, Eck, Bamman: Learning to Groove with Inverse Sequence Transformations, ICML 2019.",
        new Uri("https://storage.googleapis.com/magentadata/datasets/groove/"),
        [
            new(
                "groove-v1.0.0-midionly.zip",
                3260318,
                Checksum.Sha256("651cbc524ffb891be1a3e46d89dc82a1cecb09a57c748c7b45b844c4841dcc1e"),
                UnpackTo: ""),
        ]);

    /// <summary>
    /// The data, samples and MIDI files of the paper's authors (github.com/altsoph/drum_space), at the last commit of 2020. Ids and sizes
    /// are from the commit's tree.
    /// </summary>
    public static PublishedSet DrumSpace { get; } = new(
        "drum_space",
        "Drum patterns from latent space",
        "MIT, (c) 2019 altsoph. Tikhonov, Yamshchikov: Artificial Neural Networks Jamming on the Beat, arXiv 2007.06284.",
        new Uri("https://raw.githubusercontent.com/altsoph/drum_space/625699e5d7b98338bc2bac4e7dd14277cc6e3862/"),
        [
            new("LICENSE", 1064, Checksum.GitBlob("366895b995cae92584167f2bcd87ad689df7324b")),
            new("README.md", 445, Checksum.GitBlob("267cd27788b7b92d51f12e6551a50476bbbe0ee9")),
            new("dataset.tsv", null, Checksum.GitBlob("6d50c2bcc936616798c1cbf25c2c60cedc41180c")),
            new("sampled10k_acai_filtered", 859965, Checksum.GitBlob("48aab847917b10089789adeec96c1448de7d97a4")),
            new("sampled10k_acai_raw", 1506077, Checksum.GitBlob("df960737b8bf0cd028a2b0f5b68a58dd7985f8ef")),
            new("sampled10k_ae_filtered", 434877, Checksum.GitBlob("598d159aab5a458d264b45362c1c53e0d340dd0c")),
            new("sampled10k_ae_raw", 1481020, Checksum.GitBlob("9be6bd06d1e1f12de7a375e557a903c4033d6643")),
            new("sampled10k_vae_filtered", 257604, Checksum.GitBlob("91dade94e791083fd4c656332440b8371cf90937")),
            new("sampled10k_vae_raw", 1470176, Checksum.GitBlob("22867f0c508ed68af0480e028f8b87233dd238c7")),
            new("sampled_acai_midi.zip", 2333097, Checksum.GitBlob("844f218474d0406c49df09a03235b27cf5278ef1"), "sampled_acai_midi"),
            new("sampled_ae_midi.zip", 1290593, Checksum.GitBlob("f8ff9b88d52aafecf44cc5bae77fc84d7f619c73"), "sampled_ae_midi"),
            new("sampled_vae_midi.zip", 693781, Checksum.GitBlob("1c262b3afd1503ab60ace88685e537f55214cb2a"), "sampled_vae_midi"),
            new("train_set_midis.zip", null, Checksum.GitBlob("4f1a2770b130d0b9d76f8c4465104a309469a60b"), "train_set_midis"),
        ]);
}
