using System.Buffers.Binary;
using Google.Protobuf;

namespace DrumSpace.Training.Onnx;

/// <summary>
/// An ONNX model in the making: float matrices [N, width] go in, through operators, and out. Each method that adds an operator gives the
/// name of its result, for the next. Written in IR version 8 and operator set 17, which ONNX Runtime has read since 1.12.
/// </summary>
internal sealed class OnnxGraph(string name)
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const string BatchDimension = "N";
    private readonly GraphProto _graph = new() { Name = name };

    /// <summary>Adds an input, [N, <paramref name="width"/>].</summary>
    /// <returns>Its name.</returns>
    public string Input(string name, int width)
    {
        _graph.Input.Add(Matrix(name, width));
        return name;
    }

    /// <summary>Adds y = x W^T + b.</summary>
    /// <param name="name">Names the node and its weights.</param>
    /// <param name="input">x.</param>
    /// <param name="weight">[outputs, inputs], row by row, as torch keeps a linear layer.</param>
    /// <param name="bias">[outputs]; or empty for none.</param>
    /// <param name="outputs">The width of y.</param>
    public string Linear(string name, string input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int outputs)
    {
        AddConstant(name + ".weight", weight, outputs, weight.Length / outputs);
        NodeProto node = Node("Gemm", name, input, name + ".weight");
        if (!bias.IsEmpty)
        {
            AddConstant(name + ".bias", bias, outputs);
            node.Input.Add(name + ".bias");
        }

        node.Attribute.Add(new AttributeProto { Name = "transB", I = 1, Type = AttributeProto.Types.AttributeType.Int });
        return node.Output[0];
    }

    /// <summary>Adds an operator without attributes, such as Relu, Sigmoid, Tanh, Add or Mul.</summary>
    /// <param name="operation">The operator's name in ONNX.</param>
    /// <param name="name">Names the node.</param>
    /// <param name="inputs">Its inputs, in order.</param>
    public string Add(string operation, string name, params ReadOnlySpan<string> inputs) => Node(operation, name, inputs).Output[0];

    /// <summary>Cuts a matrix into parts of equal width.</summary>
    /// <returns>The parts, in order.</returns>
    public string[] Split(string name, string input, int parts)
    {
        NodeProto node = Node("Split", name, input);
        node.Output.Clear();
        node.Output.Add(Enumerable.Range(0, parts).Select(part => $"{name}.{part}"));
        node.Attribute.Add(new AttributeProto { Name = "axis", I = 1, Type = AttributeProto.Types.AttributeType.Int });
        return [.. node.Output];
    }

    /// <summary>Puts matrices side by side.</summary>
    public string Concat(string name, params ReadOnlySpan<string> inputs)
    {
        NodeProto node = Node("Concat", name, inputs);
        node.Attribute.Add(new AttributeProto { Name = "axis", I = 1, Type = AttributeProto.Types.AttributeType.Int });
        return node.Output[0];
    }

    /// <summary>Adds a constant scalar.</summary>
    public string Constant(string name, float value)
    {
        AddConstant(name, [value]);
        return name;
    }

    /// <summary>Gives a result out under a name, as a float matrix [N, <paramref name="width"/>].</summary>
    public void Output(string name, string result, int width)
    {
        foreach (NodeProto node in _graph.Node)
        {
            Rename(node.Input, result, name);
            Rename(node.Output, result, name);
        }

        _graph.Output.Add(Matrix(name, width));
    }

    /// <summary>Ends the graph.</summary>
    /// <returns>The model file's bytes; equal graphs give equal bytes.</returns>
    public byte[] Build()
    {
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

    private static void Rename(Google.Protobuf.Collections.RepeatedField<string> names, string from, string to)
    {
        for (int i = 0; i < names.Count; i++)
        {
            names[i] = names[i] == from ? to : names[i];
        }
    }

    private NodeProto Node(string operation, string name, params ReadOnlySpan<string> inputs)
    {
        var node = new NodeProto { Name = name, OpType = operation };
        node.Input.Add(inputs.ToArray());
        node.Output.Add(name + ".out");
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
