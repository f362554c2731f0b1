using System.Runtime.InteropServices;

namespace FlowLogs.Sandbox.Store;

/// <summary>What an upload is given when it comes in: its time, and numbers for its events.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UploadStamp(long IngestionTime, long FirstSequence);
