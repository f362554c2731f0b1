using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>The errors of CloudWatch. Each has a second name, from the protocol that the service spoke at first.</summary>
internal static class MetricsError
{
    public static ServiceException InvalidValue(string message) =>
        new("InvalidParameterValueException", message) { QueryError = "InvalidParameterValue" };

    public static ServiceException InvalidCombination(string message) =>
        new("InvalidParameterCombinationException", message) { QueryError = "InvalidParameterCombination" };

    public static ServiceException Missing(string message) =>
        new("MissingRequiredParameterException", message) { QueryError = "MissingParameter" };

    public static ServiceException InvalidToken() =>
        new("InvalidNextToken", "The nextToken provided was not valid.") { QueryError = "InvalidNextToken" };

    public static ServiceException Validation(string message) => new("ValidationError", message);
}
