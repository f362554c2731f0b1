# Between the phases: which tests run, and which of those are skipped.

# Marks a block and what is below it. A test runs when its full name, or that of a block around it, is like a filter.
function Set-Plan($block, $path, $filter, $isIncluded, $isSkipped) {
    $block.Skip = $block.Skip -or $isSkipped
    foreach ($item in $block.Children) {
        $item.Parent = $block
        $item.Path = @($path) + $item.Name
        $included = $isIncluded -or (Test-Filter ($item.Path -join '.') $filter)
        if ($item.Kind -eq 'Test') {
            $item.ShouldRun = $included
            $item.Skip = $item.Skip -or $block.Skip
        }
        else {
            Set-Plan $item $item.Path $filter $included $block.Skip
        }
    }

    $running = $block.Children | Where-Object { $_.ShouldRun }
    $block.ShouldRun = [bool] $running
    # Where every test is skipped, there is nothing to set up for.
    $block.Skip = $block.Skip -or -not ($running | Where-Object { -not $_.Skip })
}

function Test-Filter($name, $filter) {
    foreach ($pattern in $filter) {
        if ($name -like $pattern) { return $true }
    }
    -not $filter
}
