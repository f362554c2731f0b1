using System.Globalization;
using System.Text;
using System.Xml;

namespace FlowLogs.Sandbox.Protocol;

/// <summary>How the sandbox writes XML.</summary>
internal static class XmlText
{
    // A key may hold any character; those that XML 1.0 lacks are written as references, as the service does.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes a document.</summary>
    /// <param name="root">The name of its element.</param>
    /// <param name="xmlNamespace">The namespace of its elements, or an empty text for none.</param>
    /// <param name="writeContent">Writes what the element holds.</param>
    public static ReadOnlyMemory<byte> Write(string root, string xmlNamespace, Action<XmlWriter> writeContent)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            writer.WriteStartElement(root, xmlNamespace);
            writeContent(writer);
            writer.WriteEndElement();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>Writes an element that holds a text, if there is one.</summary>
    public static void Element(this XmlWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteElementString(name, text);
    }

    public static void Element(this XmlWriter writer, string name, long number) =>
        writer.WriteElementString(name, number.ToString(CultureInfo.InvariantCulture));

    public static void Element(this XmlWriter writer, string name, bool flag) =>
        writer.WriteElementString(name, flag ? "true" : "false");

    /// <summary>Writes a time, to the millisecond.</summary>
    public static void Element(this XmlWriter writer, string name, DateTimeOffset time) => writer.WriteElementString(
        name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Writes an element that holds others.</summary>
    public static void Element(this XmlWriter writer, string name, Action writeContent)
    {
        writer.WriteStartElement(name);
        writeContent();
        writer.WriteEndElement();
    }
}
