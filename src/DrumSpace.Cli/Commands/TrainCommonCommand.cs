using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Common;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-common`: the data of a model in, the beats of it that many play for its bundle out.</summary>
internal sealed class TrainCommonCommand() : CompanionTrainingCommand<CommonOptions, CommonData, CommonTrainer>("common", "common beats")
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new TrainCommonCommand().Create(
        "Train the beats that many play and put them into the bundle of a model that varies: every tenth seed leads to them.",
        "Folders of MIDI files, those that the model learnt from. Held-out files are left out, as for the model.",
        takesSeveral: true);

    /// <inheritdoc/>
    protected override CommonData Read(IReadOnlyList<string> folders, ModelBundle bundle) => CommonData.Read(folders, bundle);

    /// <inheritdoc/>
    protected override CommonTrainer Begin(CommonOptions options, CommonData data) => new(options, data.Beats);

    /// <inheritdoc/>
    protected override (string Markdown, string Json) Publish(string bundle, CommonTrainer run, CommonOptions options, CommonData data)
    {
        CommonScore score = CommonScore.Measure(run.Model, data.Beats);
        CommonPublisher.Publish(bundle, run, options, data, score);
        Console.WriteLine(score.ToMarkdown());
        return (score.ToMarkdown(), score.ToJson());
    }
}
