using System.Management.Automation;

namespace FlowLogs.PS.Runtime;

/// <summary>The engine's errors as PowerShell's.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(FlowLogException error)
    {
        var record = new ErrorRecord(error, error.ErrorId, Category(error.Kind), error.Target);
        // Made from the target's text, and shown with the category.
        record.CategoryInfo.TargetName = TerminalText.Show(record.CategoryInfo.TargetName);
        return record;
    }

    private static ErrorCategory Category(FlowErrorKind kind) => kind switch
    {
        FlowErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        FlowErrorKind.InvalidData => ErrorCategory.InvalidData,
        FlowErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        FlowErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        FlowErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
        FlowErrorKind.Authentication => ErrorCategory.AuthenticationError,
        FlowErrorKind.Connection => ErrorCategory.ConnectionError,
        FlowErrorKind.Unavailable => ErrorCategory.ResourceUnavailable,
        FlowErrorKind.Throttled or FlowErrorKind.LimitExceeded => ErrorCategory.LimitsExceeded,
        FlowErrorKind.ReadError => ErrorCategory.ReadError,
        FlowErrorKind.WriteError => ErrorCategory.WriteError,
        FlowErrorKind.InUse => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.NotSpecified,
    };
}
