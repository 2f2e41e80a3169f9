using System.Runtime.InteropServices;
using Google.Protobuf;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>
/// Builds an ONNX model whose inputs and outputs are float matrices [N, width]. Each method that adds an operator returns the name of its
/// output. It has IR version 8 and operator set 17, which ONNX Runtime supports since 1.12.
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
    /// <param name="name">The name of the node and its weights.</param>
    /// <param name="input">x.</param>
    /// <param name="weight">[outputs, inputs], row by row, in torch's layout of a linear layer.</param>
    /// <param name="bias">[outputs]; or empty for none.</param>
    /// <param name="outputs">The width of y.</param>
    public string Linear(string name, string input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int outputs)
    {
        string weights = Constant(name + ".weight", weight, outputs, weight.Length / outputs);
        return Linear(name, input, weights, bias.IsEmpty ? null : Constant(name + ".bias", bias, outputs));
    }

    /// <summary>Adds y = x W^T + b with a layer's weights and, when it has one, its bias.</summary>
    /// <param name="name">The name of the node and its weights.</param>
    /// <param name="input">x.</param>
    /// <param name="layer">The layer.</param>
    public string Linear(string name, string input, TorchSharp.Modules.Linear layer) => Linear(
        name,
        input,
        TensorValues.Read(layer.weight),
        layer.bias is null ? [] : TensorValues.Read(layer.bias),
        (int)layer.weight.shape[0]);

    /// <summary>Adds y = x W^T + b with existing weights.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="weight">The name of W, [outputs, inputs].</param>
    /// <param name="bias">The name of b, [outputs]; or null for none.</param>
    public string Linear(string name, string input, string weight, string? bias)
    {
        NodeProto node = bias == null ? Node("Gemm", name, input, weight) : Node("Gemm", name, input, weight, bias);
        SetAttribute(node, "transB", 1);
        return node.Output[0];
    }

    /// <summary>Adds an operator without attributes, such as Relu, Sigmoid, Tanh, Add or Mul.</summary>
    /// <param name="operation">The operator's name in ONNX.</param>
    /// <param name="name">The node's name.</param>
    /// <param name="inputs">Its inputs, in order.</param>
    public string Add(string operation, string name, params ReadOnlySpan<string> inputs) => Node(operation, name, inputs).Output[0];

    /// <summary>Adds an operator with one integer attribute, such as an axis.</summary>
    /// <param name="operation">The operator's name in ONNX.</param>
    /// <param name="name">The node's name.</param>
    /// <param name="attribute">The attribute's name and value.</param>
    /// <param name="inputs">Its inputs, in order.</param>
    public string Add(string operation, string name, (string Name, long Value) attribute, params ReadOnlySpan<string> inputs)
    {
        NodeProto node = Node(operation, name, inputs);
        SetAttribute(node, attribute.Name, attribute.Value);
        return node.Output[0];
    }

    /// <summary>Splits a matrix into parts of equal width.</summary>
    /// <returns>The parts, in order.</returns>
    public string[] Split(string name, string input, int parts)
    {
        NodeProto node = Node("Split", name, input);
        node.Output.Clear();
        node.Output.Add(Enumerable.Range(0, parts).Select(part => $"{name}.{part}"));
        SetAttribute(node, "axis", 1);
        return [.. node.Output];
    }

    /// <summary>Concatenates matrices along their width.</summary>
    public string Concat(string name, params ReadOnlySpan<string> inputs)
    {
        NodeProto node = Node("Concat", name, inputs);
        SetAttribute(node, "axis", 1);
        return node.Output[0];
    }

    /// <summary>Adds a constant scalar.</summary>
    public string Constant(string name, float value) => Constant(name, [value], []);

    /// <summary>Adds constant floats.</summary>
    /// <returns><paramref name="name"/>.</returns>
    public string Constant(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        Constant(name, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values).ToArray(), shape);

    /// <summary>Adds a constant row of integers, such as a shape or axes.</summary>
    /// <returns><paramref name="name"/>.</returns>
    public string Integers(string name, params ReadOnlySpan<long> values) =>
        Constant(name, TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values).ToArray(), values.Length);

    /// <summary>Adds an output, a float matrix [N, <paramref name="width"/>], by renaming a result.</summary>
    public void Output(string name, string result, int width)
    {
        foreach (NodeProto node in _graph.Node)
        {
            Rename(node.Input, result, name);
            Rename(node.Output, result, name);
        }

        _graph.Output.Add(Matrix(name, width));
    }

    /// <summary>Completes the graph.</summary>
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

    private static void SetAttribute(NodeProto node, string name, long value) =>
        node.Attribute.Add(new AttributeProto { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int });

    private string Constant(string name, TensorProto.Types.DataType type, byte[] raw, params ReadOnlySpan<long> shape)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(raw) };
        tensor.Dims.Add(shape.ToArray());
        _graph.Initializer.Add(tensor);
        return name;
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
