namespace FlowLogs.Sandbox.Protocol.Ec2Query;

/// <summary>EC2's errors.</summary>
internal static class Ec2Error
{
    public static ServiceException InvalidParameter(string message) => new("InvalidParameter", message);

    public static ServiceException InvalidValue(string message) => new("InvalidParameterValue", message);

    public static ServiceException InvalidValue(string name, string value, string allowed) =>
        InvalidValue($"Value ({value}) for parameter {name} is invalid. {allowed}");

    public static ServiceException Missing(string name) =>
        new("MissingParameter", $"The request must contain the parameter {name}");
}
