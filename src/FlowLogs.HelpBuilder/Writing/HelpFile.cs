using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FlowLogs.HelpBuilder.Writing;

/// <summary>The help file on disk: UTF-8 without a byte order mark, lines that end in LF.</summary>
internal static class HelpFile
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>Writes the document unless the file holds it already.</summary>
    public static void WriteIfChanged(string path, XDocument document)
    {
        var content = ToBytes(document);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, content);
    }

    private static byte[] ToBytes(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
            document.Save(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
