using System.Management.Automation;
using FlowLogs.Conditions;

namespace FlowLogs.PS.Conditions;

/// <summary>What has become of a script block.</summary>
/// <param name="Condition">What every record that the block wants meets; null where nothing could be translated.</param>
/// <param name="Rest">The block, where the condition does not say all of it; it is then to be run on what is left.</param>
internal sealed record ScriptBlockTranslation(FlowExpression? Condition, ScriptBlock? Rest);
