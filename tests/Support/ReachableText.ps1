# All text that can be reached from objects: their own, and that of their properties and items, as deep as somebody may
# look who serializes an error.
function Get-ReachableText($start) {
    $seen = [Collections.Generic.HashSet[object]]::new([Collections.Generic.ReferenceEqualityComparer]::Instance)
    $queue = [Collections.Generic.Queue[object]]::new()
    $text = [Text.StringBuilder]::new()
    $queue.Enqueue(@($start, 0))
    while ($queue.Count) {
        $value, $depth = $queue.Dequeue()
        if ($null -eq $value) { continue }
        if ($value -is [psobject]) { $value = $value.psobject.BaseObject }
        $type = $value.GetType()
        if ($value -is [string] -or $type.IsValueType) {
            $null = $text.AppendLine("$value")
            continue
        }
        # What a program is made of leads everywhere.
        if ($type.Namespace -match '^System\.(Reflection|Threading|Runtime|Globalization)' -or $value -is [type] -or $value -is [delegate] -or
            $type.FullName -match '^System\.Management\.Automation\.(Runspaces|Language|.*CommandInfo|CmdletInfo|CommandMetadata|ParameterMetadata|PSModuleInfo|ScriptInfo|SessionState)') {
            continue
        }
        if (-not $seen.Add($value)) { continue }
        try { $null = $text.AppendLine($value.ToString()) } catch { $null = $_ }
        if ($depth -ge 8) { continue }
        if ($value -is [Collections.IDictionary]) {
            foreach ($key in @($value.Keys)) { $queue.Enqueue(@($key, ($depth + 1))); $queue.Enqueue(@($value[$key], ($depth + 1))) }
        }
        elseif ($value -is [Collections.IEnumerable]) {
            foreach ($item in $value) { $queue.Enqueue(@($item, ($depth + 1))) }
        }
        foreach ($property in $type.GetProperties()) {
            if ($property.GetIndexParameters().Count -gt 0 -or -not $property.CanRead) { continue }
            try { $queue.Enqueue(@($property.GetValue($value), ($depth + 1))) } catch { $null = $_ }
        }
    }
    $text.ToString()
}
