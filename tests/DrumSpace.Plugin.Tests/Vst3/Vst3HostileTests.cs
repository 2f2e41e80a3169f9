using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats.Vst3;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>Hosts that do what no host should.</summary>
[Collection("log")]
public unsafe class Vst3HostileTests
{
    private static readonly double[] Odd = [0, 1, -1, 2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, 0.5, 1e-300];

    [Fact]
    public void Calls_of_any_order_and_content_end_nothing()
    {
        int seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"Seed {seed}");
        Random random = new(seed);
        using RawVst3 vst = new();
        byte[] state = vst.GetState();
        for (int call = 0; call < 3000; call++)
        {
            Call(vst, random, state);
        }

        Assert.Equal(Vst3Result.Ok, vst.SetState(state));
        vst.Start();
        Assert.Equal(Vst3Result.Ok, vst.Process(64));
    }

    [Fact]
    public void A_block_of_nothing_is_processed()
    {
        using RawVst3 vst = new();
        Vst3ProcessData data = default;
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->Process(vst.Processor, &data));
        data.SampleCount = 64;
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->Process(vst.Processor, &data));
        data.SampleCount = -64;
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->Process(vst.Processor, &data));
        data.OutputCount = 1;
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->Process(vst.Processor, &data));
        Vst3AudioBusBuffers bus = new() { ChannelCount = 2 };
        data.SampleCount = 64;
        data.Outputs = &bus;
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->Process(vst.Processor, &data));
        float* mono = stackalloc float[64];
        bus = new Vst3AudioBusBuffers { ChannelCount = 1, Channels = (void**)&mono };
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->Process(vst.Processor, &data));
        Assert.Equal(Vst3Result.InvalidArgument, vst.Processor->Vtbl->Process(vst.Processor, null));
    }

    [Fact]
    public void Of_more_values_than_a_block_can_have_the_last_ones_count()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.ValuesIn.Set(0, [.. Enumerable.Range(0, Vst3Changes.Capacity + 500).Select(number => (0, number % 2 * 0.5)), (0, 0.75)]);
        Assert.Equal(Vst3Result.Ok, vst.Process(64));
        Assert.Equal(0.75, vst.Get(0));
    }

    private static void Call(RawVst3 vst, Random random, byte[] state)
    {
        uint id = random.Next(4) switch
        {
            0 => (uint)random.Next(ParameterTable.Count),
            1 => Vst3Controllers.IdAt(random.Next(Vst3Controllers.Count)),
            2 => random.Next(2) == 0 ? Vst3Parameters.ProgramId : Vst3Parameters.BypassId,
            _ => (uint)random.Next(),
        };
        double value = random.Next(2) == 0 ? random.NextDouble() : Odd[random.Next(Odd.Length)];
        char* text = stackalloc char[Vst3Text.Size];
        text[0] = (char)random.Next();
        text[1] = '\0';
        switch (random.Next(14))
        {
            case 0:
                vst.Set(id, value);
                break;
            case 1:
                _ = vst.Get(id);
                vst.Controller->Vtbl->NormalizedParamToPlain(vst.Controller, id, value);
                vst.Controller->Vtbl->PlainParamToNormalized(vst.Controller, id, value);
                break;
            case 2:
                vst.Controller->Vtbl->GetParamStringByValue(vst.Controller, id, value, random.Next(9) == 0 ? null : text);
                break;
            case 3:
                vst.Controller->Vtbl->GetParamValueByString(vst.Controller, id, text, random.Next(9) == 0 ? null : &value);
                break;
            case 4:
                double rate = random.Next(3) == 0 ? value : 44_100;
                Vst3ProcessSetup setup = new() { SampleRate = rate, MaxSamplesPerBlock = random.Next(-9, 9000) };
                vst.Processor->Vtbl->SetupProcessing(vst.Processor, &setup);
                break;
            case 5:
                vst.Component->Vtbl->SetActive(vst.Component, (byte)random.Next(2));
                vst.Processor->Vtbl->SetProcessing(vst.Processor, (byte)random.Next(2));
                break;
            case 6:
                byte[] damaged = [.. state];
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
                vst.SetState(random.Next(2) == 0 ? damaged : damaged[..random.Next(damaged.Length)]);
                break;
            case 7:
                vst.Units->Vtbl->GetProgramName(vst.Units, random.Next(-1, 3), random.Next(-1, 200), text);
                break;
            case 8:
                vst.Time = vst.Time with
                {
                    State = (Vst3ContextFlags)random.Next(),
                    ProjectTimeMusic = value,
                    BarPositionMusic = Odd[random.Next(Odd.Length)],
                    Tempo = Odd[random.Next(Odd.Length)],
                    TimeSigNumerator = random.Next(-2, 9),
                    TimeSigDenominator = random.Next(-2, 9),
                    CycleStartMusic = Odd[random.Next(Odd.Length)],
                    CycleEndMusic = Odd[random.Next(Odd.Length)],
                    SampleRate = Odd[random.Next(Odd.Length)],
                };
                break;
            default:
                for (int number = random.Next(9); number > 0; number--)
                {
                    vst.ValuesIn.Set(id, (random.Next(-99, 9999), value), (random.Next(-99, 9999), random.NextDouble()));
                    Vst3Event any = new() { Type = (Vst3EventType)random.Next(10), SampleOffset = random.Next(-99, 9999) };
                    any.NoteOn = new Vst3NoteOn
                    {
                        Channel = (short)random.Next(-2, 20),
                        Pitch = (short)random.Next(-2, 140),
                        Velocity = (float)value,
                    };
                    vst.EventsIn.All.Add(any);
                }

                Assert.Equal(Vst3Result.Ok, vst.Process(random.Next(-1, 2000)));
                break;
        }
    }
}
