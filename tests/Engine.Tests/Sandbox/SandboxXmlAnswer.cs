using System.Net;
using System.Text;
using System.Xml.Linq;

namespace FlowLogs.Tests.Sandbox;

/// <summary>What the sandbox answered in the name of S3 or EC2.</summary>
internal sealed record SandboxXmlAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public XElement Xml => XElement.Load(new MemoryStream(Body));

    /// <summary>What the elements of a name hold.</summary>
    public string[] Texts(string name) => [.. Elements(name).Select(element => element.Value)];

    /// <summary>What the only element of a name holds; null if there is none.</summary>
    public string? Text(string name) => Texts(name) is [] ? null : Assert.Single(Texts(name));

    public IEnumerable<XElement> Elements(string name) => Xml.Descendants().Where(element => element.Name.LocalName == name);

    public SandboxXmlAnswer IsOk()
    {
        Assert.True((int)Status < 300, Encoding.UTF8.GetString(Body));
        return this;
    }

    public void IsS3Error(HttpStatusCode status, string code, string message)
    {
        Assert.Equal((code, message), (Text("Code"), Text("Message")));
        Assert.Equal(("Error", status), (Xml.Name.ToString(), Status));
    }

    public void IsEc2Error(string code, string message)
    {
        Assert.Equal((code, message), (Text("Code"), Text("Message")));
        Assert.Equal(("Response", HttpStatusCode.BadRequest), (Xml.Name.ToString(), Status));
    }
}
