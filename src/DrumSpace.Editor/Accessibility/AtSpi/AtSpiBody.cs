using Tmds.DBus.Protocol;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>The values of a message: plain objects, so that answers can be tested without a bus.</summary>
internal static class AtSpiBody
{
    /// <summary>The D-Bus types of values.</summary>
    public static string SignatureOf(IEnumerable<object> values) => string.Concat(values.Select(SignatureOf));

    /// <summary>Writes values.</summary>
    public static void Write(ref MessageWriter writer, IEnumerable<object> values)
    {
        foreach (object value in values)
        {
            Write(ref writer, value);
        }
    }

    /// <summary>Reads the arguments of a message.</summary>
    /// <returns>The arguments; null where one has a type that no request has.</returns>
    public static object[]? Read(Message message)
    {
        string signature = message.SignatureAsString;
        Reader reader = message.GetBodyReader();
        object[] values = new object[signature.Length];
        for (int index = 0; index < values.Length; index++)
        {
            object? value = signature[index] switch
            {
                'i' => reader.ReadInt32(),
                'u' => reader.ReadUInt32(),
                'b' => reader.ReadBool(),
                'd' => reader.ReadDouble(),
                's' => reader.ReadString(),
                'v' => ReadNumber(reader.ReadVariantValue()),
                _ => null,
            };
            if (value == null)
            {
                return null;
            }

            values[index] = value;
        }

        return values;
    }

    private static string SignatureOf(object value) => value switch
    {
        int => "i",
        uint => "u",
        short => "n",
        bool => "b",
        double => "d",
        string => "s",
        AtSpiReference => "(so)",
        AtSpiReference[] => "a(so)",
        AtSpiExtents => "(iiii)",
        AtSpiActionText[] => "a(sss)",
        uint[] => "au",
        string[] => "as",
        AtSpiVariant => "v",
        AtSpiEmpty empty => empty.Signature,
        Dictionary<string, string> => "a{ss}",
        Dictionary<string, object> => "a{sv}",
        _ => throw new ArgumentException($"No D-Bus type is known for {value.GetType()}.", nameof(value)),
    };

    private static void Write(ref MessageWriter writer, object value)
    {
        switch (value)
        {
            case int number:
                writer.WriteInt32(number);
                break;
            case uint number:
                writer.WriteUInt32(number);
                break;
            case short number:
                writer.WriteInt16(number);
                break;
            case bool isTrue:
                writer.WriteBool(isTrue);
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case string text:
                writer.WriteString(text);
                break;
            case AtSpiVariant variant:
                writer.WriteSignature(SignatureOf(variant.Value));
                Write(ref writer, variant.Value);
                break;
            case uint[] numbers:
                writer.WriteArray(numbers);
                break;
            case string[] texts:
                writer.WriteArray(texts);
                break;
            default:
                WriteStructures(ref writer, value);
                break;
        }
    }

    private static void WriteStructures(ref MessageWriter writer, object value)
    {
        switch (value)
        {
            case AtSpiReference reference:
                WriteStructure(ref writer, reference);
                break;
            case AtSpiExtents extents:
                writer.WriteStructureStart();
                writer.WriteInt32(extents.X);
                writer.WriteInt32(extents.Y);
                writer.WriteInt32(extents.Width);
                writer.WriteInt32(extents.Height);
                break;
            case AtSpiReference[] references:
                ArrayStart start = writer.WriteArrayStart(DBusType.Struct);
                foreach (AtSpiReference reference in references)
                {
                    WriteStructure(ref writer, reference);
                }

                writer.WriteArrayEnd(start);
                break;
            case AtSpiActionText[] actions:
                start = writer.WriteArrayStart(DBusType.Struct);
                foreach (AtSpiActionText action in actions)
                {
                    writer.WriteStructureStart();
                    writer.WriteString(action.Name);
                    writer.WriteString(action.Description);
                    writer.WriteString(action.KeyBinding);
                }

                writer.WriteArrayEnd(start);
                break;
            case AtSpiEmpty:
                writer.WriteArrayEnd(writer.WriteArrayStart(DBusType.Struct));
                break;
            case Dictionary<string, string> texts:
                WriteEntries(ref writer, texts, text => text);
                break;
            case Dictionary<string, object> values:
                WriteEntries(ref writer, values, one => new AtSpiVariant(one));
                break;
        }
    }

    private static void WriteStructure(ref MessageWriter writer, AtSpiReference reference)
    {
        writer.WriteStructureStart();
        writer.WriteString(reference.Bus);
        writer.WriteObjectPath(reference.Path);
    }

    private static void WriteEntries<T>(ref MessageWriter writer, Dictionary<string, T> entries, Func<T, object> valueOf)
    {
        ArrayStart start = writer.WriteDictionaryStart();
        foreach ((string key, T value) in entries)
        {
            writer.WriteDictionaryEntryStart();
            writer.WriteString(key);
            Write(ref writer, valueOf(value));
        }

        writer.WriteDictionaryEnd(start);
    }

    // A program may send a whole number where a real one is due.
    private static object? ReadNumber(VariantValue value) => value.Type switch
    {
        VariantValueType.Double => value.GetDouble(),
        VariantValueType.Int32 => value.GetInt32(),
        VariantValueType.UInt32 => value.GetUInt32(),
        VariantValueType.Bool => value.GetBool(),
        VariantValueType.String => value.GetString(),
        _ => null,
    };
}
