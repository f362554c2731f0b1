using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;

namespace FlowLogs.PS.Runtime;

/// <content>Reading from S3.</content>
public abstract partial class FlowReadCommand
{
    private protected const string S3Set = "S3";

    [Parameter(Mandatory = true, ParameterSetName = S3Set, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] S3Uri { get; set; } = [];

    private void ReadObjects(string uri)
    {
        var place = Cloud.S3Uri.Parse(uri);
        if (!WantsMore)
            return;
        var objects = Connect<ICloudObjects>();
        // Files that flow logs deliver have a header line; those of export tasks have not.
        var formats = Format.Length > 0 ? Format : FindFormats(objects, FlowLogDestination.OfBucket(place));
        var options = AllOptions() with { Formats = formats };
        ReadObjects(objects, place, options);
    }
}
