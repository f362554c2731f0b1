BeforeAll {
    . $PSScriptRoot/Support/Child.ps1
    $module = "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    Import-Module $module
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $http = [Net.Http.HttpClient]::new()

    function Invoke-Logs($operation, $json) {
        $content = [Net.Http.StringContent]::new($json, [Text.Encoding]::UTF8, 'application/x-amz-json-1.1')
        $content.Headers.Add('X-Amz-Target', "Logs_20140328.$operation")
        $answer = $http.PostAsync($sandbox.EndpointUrl, $content).Result
        if (-not $answer.IsSuccessStatusCode) { throw $answer.Content.ReadAsStringAsync().Result }
    }

    # Makes a group with one stream, eni-1-all.
    function Add-Group($group) {
        Invoke-Logs CreateLogGroup "{""logGroupName"":""$group""}"
        Add-Stream $group eni-1-all
    }

    function Add-Stream($group, $stream) {
        Invoke-Logs CreateLogStream "{""logGroupName"":""$group"",""logStreamName"":""$stream""}"
    }

    # Puts one record of the current minute, less so many minutes; its number is the source port.
    function Add-Event($group, $number, $minutes = 0, $stream = 'eni-1-all', $port = 22) {
        $time = [DateTimeOffset]::UtcNow.AddMinutes(-$minutes).ToUnixTimeSeconds()
        $line = "2 123456789012 eni-1 10.0.1.218 10.0.1.63 $number $port 6 2 112 $time $($time + 50) REJECT OK"
        Invoke-Logs PutLogEvents "{""logGroupName"":""$group"",""logStreamName"":""$stream"",""logEvents"":[{""timestamp"":$($time * 1000),""message"":""$line""}]}"
    }
}

AfterAll {
    $http.Dispose()
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLogEvent -Follow' {
    It 'gives what is put while it follows, late records and new streams included' {
        Add-Group follow
        Add-Event follow 1
        $next = 1
        $found = @(Get-FlowLogEvent follow eni-* -Follow -StartTime 1h -First 5 @cloud | ForEach-Object {
                $_.SrcPort
                $next++
                switch ($next) {
                    2 { Add-Event follow 2 }
                    3 { Add-Event follow 3 -Minutes 15 }
                    # The earlier one first: read together or apart, they come in this order.
                    4 { Add-Event follow 4 -Minutes 5; Add-Event follow 5 }
                }
            })
        "$found" | Should -Be '1 2 3 4 5'
    }

    It 'leaves out what was there before it began, and follows several groups' {
        Add-Group one
        Add-Group two
        Add-Event one 1 -Minutes 3
        $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
        try {
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $null = $shell.AddScript("Import-Module '$module'; Get-FlowLogEvent one, two -Follow -EndpointUrl $($sandbox.EndpointUrl) -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } | ForEach-Object { `$_ }")
            $running = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
            # It has begun when something comes of each group.
            $found = [Collections.Generic.List[psobject]]::new()
            foreach ($group in 'one', 'two') {
                for ($i = 0; $i -lt 300 -and $group -notin $found.LogGroupName; $i++) {
                    Add-Event $group 100
                    [Threading.Thread]::Sleep(200)
                    $found.AddRange($output.ReadAll())
                }
            }
            Add-Event one 2 -Minutes 3
            Add-Event two 3
            for ($i = 0; $i -lt 300 -and @($found | Where-Object SrcPort -LT 100).Count -lt 2; $i++) {
                [Threading.Thread]::Sleep(200)
                $found.AddRange($output.ReadAll())
            }
            $shell.Stop()
            $ports = [int[]] @($found | ForEach-Object SrcPort | Where-Object { $_ -lt 100 })
            [array]::Sort($ports)
            "$ports" | Should -Be '2 3'
            $running.IsCompleted | Should -BeTrue
        }
        finally { $shell.Dispose() }
    }

    It 'applies conditions' {
        Add-Group conditions
        1..3 | ForEach-Object { Add-Event conditions $_ -Port (20 + $_) }
        (Get-FlowLogEvent conditions -Follow -StartTime 1h -DstPort 22 -First 1 @cloud).SrcPort | Should -Be 2
        (Get-FlowLogEvent conditions -Follow -StartTime 1h -Where { $_.LogStatus.Length -eq 2 -and $_.DstPort -eq 23 } -First 1 @cloud).SrcPort | Should -Be 3
    }

    It 'gives each record once with -Live, and as soon as it arrives' {
        Add-Group live
        Add-Event live 1
        $found = [Collections.Generic.List[object]]::new()
        # What arrives before the tail has begun comes from the log, so that it takes more than one.
        :waiting do {
            Get-FlowLogEvent live -Follow -Live -StartTime 1h -EndTime ([DateTimeOffset]::UtcNow.AddSeconds(60)) @cloud -WarningVariable warnings | ForEach-Object {
                $found.Add($_)
                # Only the log has ids.
                if ($null -eq $_.EventId) { break waiting }
                Add-Event live ($found.Count + 1)
            }
        } while ($false)
        "$($found.SrcPort)" | Should -Be "$(1..$found.Count)"
        $null -eq $found[-1].EventId | Should -BeTrue
        $warnings | Should -BeNullOrEmpty
    }

    It 'loses nothing to an endpoint that fails in all ways' {
        $bad = Start-FlowSandbox -Seed 7 -FaultRate 0.2 -Fault Throttling, ServerError, Reset, Truncate, EmptyPages, RepeatedTokens, DuplicateEvents
        try {
            $all = @(Get-FlowLogEvent my-flow-log @cloud)
            $found = @(Get-FlowLogEvent my-flow-log -Follow -StartTime 7d -First $all.Count -EndpointUrl $bad -WarningAction SilentlyContinue)
            [Collections.Generic.HashSet[string]]::new([string[]] $found.EventId).Count | Should -Be $all.Count
        }
        finally { $null = $bad | Stop-FlowSandbox }
    }

    It 'ends with an error where the group is missing' {
        Get-FlowLogEvent no-such-group -Follow @cloud -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'a live tail of nothing that is followed'; Id = 'LiveWithoutFollow'; Arguments = @{ Live = $true } }
        @{ Case = 'no window'; Id = 'InvalidWindow'; Arguments = @{ LateArrivalWindow = '0s'; Follow = $true } }
        @{ Case = 'a window of days'; Id = 'InvalidWindow'; Arguments = @{ LateArrivalWindow = [timespan]::FromDays(2); Follow = $true } }
        @{ Case = 'a window in ticks'; Id = 'ParameterArgumentTransformationError'; Arguments = @{ LateArrivalWindow = 20; Follow = $true } }
    ) {
        { Get-FlowLogEvent my-flow-log @Arguments @cloud } | Should -Throw -ErrorId "$Id*"
    }
}

Describe 'Get-FlowLogEvent -Checkpoint' {
    BeforeAll {
        $all = @(Get-FlowLogEvent my-flow-log @cloud)
        $folder = "$TestDrive/checkpoints"
        $null = [IO.Directory]::CreateDirectory($folder)
    }

    It 'gives every event once over runs that end at -First, by the pipeline or at the end' {
        $file = "$folder/runs.json"
        $found = @(
            Get-FlowLogEvent my-flow-log -Checkpoint $file -First 3 @cloud
            try { Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud | ForEach-Object { $n = 0 } { if ($n++ -eq 5) { throw 'on purpose' }; $_ } } catch { }
            Get-FlowLogEvent my-flow-log -Checkpoint $file -First 7 @cloud
            Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud
            Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud
        )
        ($found.EventId -join "`n") | Should -BeExactly ($all.EventId -join "`n")
    }

    It 'counts what Select-Object took' {
        if (-not $ExecutionContext.InvokeCommand.GetCommand('Select-Object', 'Cmdlet')) {
            Set-ItResult -Skipped -Because 'this host has no Select-Object'
            return
        }
        $file = "$folder/select.json"
        $found = @(
            Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud | Select-Object -First 3
            Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud | Select-Object -First 2
        )
        ($found.EventId -join "`n") | Should -BeExactly ($all[0..4].EventId -join "`n")
    }

    It 'gives late records, and only these, the next time' {
        Add-Group late
        Add-Event late 1
        $file = "$folder/late.json"
        (Get-FlowLogEvent late -Checkpoint $file @cloud).SrcPort | Should -Be 1
        Add-Event late 2 -Minutes 15
        Add-Event late 3
        "$(@(Get-FlowLogEvent late -Checkpoint $file @cloud).SrcPort)" | Should -Be '2 3'
        Get-FlowLogEvent late -Checkpoint $file @cloud | Should -BeNullOrEmpty
    }

    It 'takes streams from the pipeline, and says where none is named so' {
        $file = "$folder/streams.json"
        $first = @(Get-FlowLogStream my-flow-log @cloud | Get-FlowLogEvent -Checkpoint $file -First 5 @cloud)
        $rest = @(Get-FlowLogStream my-flow-log @cloud | Get-FlowLogEvent -Checkpoint $file @cloud)
        (@($first + $rest).EventId -join "`n") | Should -BeExactly ($all.EventId -join "`n")
        { Get-FlowLogEvent my-flow-log none-* -Checkpoint "$folder/none.json" @cloud } | Should -Throw -ErrorId 'LogStreamNotFound*'
    }

    It 'begins at the start time the first time only' {
        $file = "$folder/start.json"
        $start = $all[-3].Timestamp
        $expected = @($all | Where-Object Timestamp -GE $start)
        @(Get-FlowLogEvent my-flow-log -Checkpoint $file -StartTime $start @cloud).Count | Should -Be $expected.Count
        Get-FlowLogEvent my-flow-log -Checkpoint $file -StartTime 1d @cloud | Should -BeNullOrEmpty
    }

    It 'keeps conditions apart' {
        $file = "$folder/conditions.json"
        $first = @(Get-FlowLogEvent my-flow-log -Checkpoint $file -DstPort 22 -Where { "$_" } -First 2 @cloud)
        $rest = @(Get-FlowLogEvent my-flow-log -Checkpoint $file -DstPort 22 -Where { "$_" } @cloud)
        $first.Count + $rest.Count | Should -Be @($all | Where-Object DstPort -EQ 22).Count
        { Get-FlowLogEvent my-flow-log -Checkpoint $file -DstPort 23 -Where { "$_" } @cloud } | Should -Throw -ErrorId 'CheckpointMismatch*'
        { Get-FlowLogEvent late -Checkpoint $file -DstPort 22 -Where { "$_" } @cloud } | Should -Throw -ErrorId 'CheckpointMismatch*'
    }

    It 'refuses a file that is none, a folder that is missing, and several groups' {
        [IO.File]::WriteAllText("$folder/broken.json", '{')
        { Get-FlowLogEvent my-flow-log -Checkpoint "$folder/broken.json" @cloud } | Should -Throw -ErrorId 'CheckpointInvalid*'
        [IO.File]::ReadAllText("$folder/broken.json") | Should -BeExactly '{'
        { Get-FlowLogEvent my-flow-log -Checkpoint "$folder/none/x.json" @cloud } | Should -Throw -ErrorId 'CheckpointNotWritable*'
        { Get-FlowLogEvent my-flow-log, late -Checkpoint "$folder/x.json" @cloud } | Should -Throw -ErrorId 'AmbiguousCheckpoint*'
    }

    It 'is one run''s at a time' {
        $file = "$folder/busy.json"
        Get-FlowLogEvent my-flow-log -Checkpoint $file -First 1 @cloud | ForEach-Object {
            { Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud } | Should -Throw -ErrorId 'CheckpointInUse*'
            try { Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud } catch { $said = "$_" }
        }
        $said | Should -BeLike "*the process $PID.*"
    }

    It 'is exact when the pipeline is stopped' {
        $file = "$folder/stopped.json"
        $ids = [Collections.Generic.List[string]]::new()
        for ($run = 0; $run -lt 4; $run++) {
            $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $null = $shell.AddScript("param(`$ids) Import-Module '$module'; Get-FlowLogEvent my-flow-log -Follow -Checkpoint '$file' -EndpointUrl $($sandbox.EndpointUrl) -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } | ForEach-Object { [Threading.Thread]::Sleep(5); `$ids.Add(`$_.EventId) }").AddArgument($ids)
            $before = $ids.Count
            $null = $shell.BeginInvoke()
            for ($i = 0; $i -lt 3000 -and $ids.Count -lt $before + 50; $i++) { [Threading.Thread]::Sleep(20) }
            $shell.Stop()
            $shell.Dispose()
            $ids.Count | Should -BeGreaterThan $before
        }
        Get-FlowLogEvent my-flow-log -Checkpoint $file @cloud | ForEach-Object { $ids.Add($_.EventId) }
        # A stop in the midst of a record leaves that one to come again.
        [Collections.Generic.HashSet[string]]::new($ids).Count | Should -Be $all.Count
        $ids.Count - $all.Count | Should -BeLessOrEqual 4
    }

    It 'loses nothing and doubles one record at most when the process is killed' {
        $file = "$folder/killed.json"
        $output = "$folder/killed.txt"
        $script = "$TestDrive/child.ps1"
        [IO.File]::WriteAllText($script, @'
param($Module, $Endpoint, $Checkpoint, $Output)
Import-Module $Module
$keys = @{ AccessKey = 'a'; SecretKey = 'b' }
$file = [IO.FileStream]::new($Output, 'Append', 'Write', 'ReadWrite', 0)
Get-FlowLogEvent my-flow-log -Checkpoint $Checkpoint -EndpointUrl $Endpoint -Region us-east-1 -Credential $keys | ForEach-Object {
    $bytes = [Text.Encoding]::ASCII.GetBytes("$($_.EventId)`n")
    $file.Write($bytes, 0, $bytes.Length)
    [Threading.Thread]::Sleep(1)
}
'@)
        $program, $first = Get-ShellCommand
        $random = [Random]::new(4)
        $kills = 0
        [IO.File]::WriteAllText($output, '')
        for ($run = 0; $run -lt 6; $run++) {
            $start = [Diagnostics.ProcessStartInfo]::new($program)
            foreach ($argument in @($first) + $script, $module, $sandbox.EndpointUrl, $file, $output) { $start.ArgumentList.Add($argument) }
            $before = [IO.FileInfo]::new($output).Length
            $wanted = $before + $random.Next(1, 20000)
            $child = [Diagnostics.Process]::Start($start)
            while (-not $child.HasExited -and [IO.FileInfo]::new($output).Length -lt $wanted) { [Threading.Thread]::Sleep($random.Next(0, 3)) }
            if (-not $child.HasExited) { $child.Kill(); $kills++ }
            $child.WaitForExit()
        }
        $kills | Should -BeGreaterThan 2
        $ids = [Collections.Generic.List[string]] [IO.File]::ReadAllLines($output)
        Get-FlowLogEvent my-flow-log -Checkpoint $file -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } @cloud | ForEach-Object { $ids.Add($_.EventId) }
        $set = [Collections.Generic.HashSet[string]]::new($ids)
        $set.SetEquals([string[]] $all.EventId) | Should -BeTrue
        $ids.Count - $all.Count | Should -BeLessOrEqual $kills
    }
}
