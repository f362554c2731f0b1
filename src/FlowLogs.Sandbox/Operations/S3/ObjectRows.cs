using System.Xml;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Writes the rows of a listing.</summary>
internal static class ObjectRows
{
    public static void Write(XmlWriter writer, ObjectPage page, Func<string, string> encode)
    {
        foreach (var stored in page.Objects)
        {
            writer.Element("Contents", () =>
            {
                writer.Element("Key", encode(stored.Key));
                writer.Element("LastModified", stored.LastModified);
                writer.Element("ETag", stored.ETag);
                writer.Element("Size", stored.Content.Length);
                writer.Element("StorageClass", "STANDARD");
            });
        }

        foreach (var prefix in page.CommonPrefixes)
            writer.Element("CommonPrefixes", () => writer.Element("Prefix", encode(prefix)));
    }
}
