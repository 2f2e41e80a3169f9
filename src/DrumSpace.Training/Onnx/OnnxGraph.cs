using System.Buffers.Binary;
using Google.Protobuf;

namespace DrumSpace.Training.Onnx;

/// <summary>
/// An ONNX model in the making: one input, layers in a row, one output. Written in IR version 8 and operator set 17, which ONNX
/// Runtime has read since 1.12.
/// </summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const string BatchDimension = "N";
    private readonly GraphProto _graph;
    private string _last;

    /// <summary>Begins a graph with its one input, a float matrix [N, <paramref name="width"/>].</summary>
    public OnnxGraph(string name, string input, int width)
    {
        _graph = new GraphProto { Name = name };
        _graph.Input.Add(Matrix(input, width));
        _last = input;
    }

    /// <summary>Adds y = x W^T + b.</summary>
    /// <param name="name">Names the layer's node and its weights.</param>
    /// <param name="weight">[outputs, inputs], row by row, as torch keeps a linear layer.</param>
    /// <param name="bias">[outputs].</param>
    public void AddLinear(string name, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
    {
        int outputs = bias.Length;
        AddConstant(name + ".weight", weight, outputs, weight.Length / outputs);
        AddConstant(name + ".bias", bias, outputs);
        NodeProto node = Add("Gemm", name, _last, name + ".weight", name + ".bias");
        node.Attribute.Add(new AttributeProto { Name = "transB", I = 1, Type = AttributeProto.Types.AttributeType.Int });
    }

    /// <summary>Adds max(x, 0).</summary>
    public void AddRelu(string name) => Add("Relu", name, _last);

    /// <summary>Adds 1 / (1 + exp(-x)).</summary>
    public void AddSigmoid(string name) => Add("Sigmoid", name, _last);

    /// <summary>Names the last layer's result as the output, a float matrix [N, <paramref name="width"/>], and ends the graph.</summary>
    /// <returns>The model file's bytes; equal graphs give equal bytes.</returns>
    public byte[] Build(string output, int width)
    {
        _graph.Node[^1].Output[0] = output;
        _graph.Output.Add(Matrix(output, width));
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "DrumSpace",
            ProducerVersion = typeof(OnnxGraph).Assembly.GetName().Version!.ToString(3),
            Graph = _graph,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        return model.ToByteArray();
    }

    private NodeProto Add(string operation, string name, params string[] inputs)
    {
        var node = new NodeProto { Name = name, OpType = operation };
        node.Input.Add(inputs);
        _last = name + ".out";
        node.Output.Add(_last);
        _graph.Node.Add(node);
        return node;
    }

    private void AddConstant(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape)
    {
        byte[] raw = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(i * sizeof(float)), values[i]);
        }

        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)TensorProto.Types.DataType.Float,
            RawData = UnsafeByteOperations.UnsafeWrap(raw),
        };
        tensor.Dims.Add(shape.ToArray());
        _graph.Initializer.Add(tensor);
    }

    private static ValueInfoProto Matrix(string name, int width)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = BatchDimension });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = width });
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto
            {
                TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape },
            },
        };
    }
}
