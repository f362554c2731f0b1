namespace FlowLogs.Writing;

/// <summary>A form of JSON documents that other tools read.</summary>
public enum FlowDocumentForm
{
    /// <summary>The Open Cybersecurity Schema Framework: <see cref="OcsfWriter"/>.</summary>
    Ocsf,

    /// <summary>The Elastic Common Schema: <see cref="EcsWriter"/>.</summary>
    Ecs,
}
