# The scopes that tests run in. These script blocks belong to the session state of whoever calls this file (so do the
# tests), which is why they are not in the module: what they dot-source lands in a scope that the tests can see, and the
# nesting of their calls is the nesting of the tests' scopes. The double underscore keeps their variables out of the way.
@{
    # Variables of one -ForEach case, then the body: everything that happens in the discovery.
    Discover = {
        param($__step)
        foreach ($__name in $__step.Data.Keys) { $ExecutionContext.SessionState.PSVariable.Set($__name, $__step.Data[$__name]) }
        . $__step.Body
    }

    # A file of its own, so that each container has its own script: scope, in the discovery and in the run.
    File = { param($__path, $__arguments = @()) & $__path @__arguments }

    Block = {
        param($__block)
        try {
            foreach ($__name in $__block.Data.Keys) { $ExecutionContext.SessionState.PSVariable.Set($__name, $__block.Data[$__name]) }
            if ($__block.BeforeAll) { . $__block.BeforeAll }
            $__block.ExpandedName = $ExecutionContext.InvokeCommand.ExpandString($__block.Template)
            & $__block.RunChildren $__block
        }
        catch {
            $__block.Errors.Add($_)
        }
        finally {
            if ($__block.AfterAll) {
                try { . $__block.AfterAll } catch { $__block.Errors.Add($_) }
            }
        }
    }

    Test = {
        param($__test)
        try {
            foreach ($__name in $__test.Data.Keys) { $ExecutionContext.SessionState.PSVariable.Set($__name, $__test.Data[$__name]) }
            foreach ($__hook in $__test.BeforeEach) { . $__hook }
            $__test.ExpandedName = $ExecutionContext.InvokeCommand.ExpandString($__test.Template)
            $__arguments = $__test.Arguments
            . $__test.Body @__arguments
        }
        catch {
            $__test.Errors.Add($_)
        }
        finally {
            foreach ($__hook in $__test.AfterEach) {
                try { . $__hook } catch { $__test.Errors.Add($_) }
            }
        }
    }
}
