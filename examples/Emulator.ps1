# What the tutorial needs beside the cmdlets where something stands in for AWS: somebody has to play the network and write
# events, which in AWS the flow log does. Not for AWS itself: these calls carry no valid signature.

$http = [Net.Http.HttpClient]::new()

# Makes one call to CloudWatch Logs and gives its answer, a JSON node.
function Invoke-LogsCall([uri] $EndpointUrl, [string] $Operation, [hashtable] $Body) {
    $request = [Net.Http.HttpRequestMessage]::new('POST', $EndpointUrl)
    $request.Headers.Add('X-Amz-Target', "Logs_20140328.$Operation")
    # Tells an emulator which service and Region is meant.
    $scope = 'none/20260101/us-east-1/logs/aws4_request'
    $null = $request.Headers.TryAddWithoutValidation('Authorization', "AWS4-HMAC-SHA256 Credential=$scope, SignedHeaders=host, Signature=none")
    $json = [Text.Json.JsonSerializer]::Serialize($Body, [hashtable])
    $request.Content = [Net.Http.StringContent]::new($json, [Text.Encoding]::UTF8, 'application/x-amz-json-1.1')
    $response = $http.SendAsync($request).GetAwaiter().GetResult()
    $text = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
    if (-not $response.IsSuccessStatusCode) { throw "$Operation failed: $text" }
    # An object, not its members one by one.
    if ($text) { , [Text.Json.Nodes.JsonNode]::Parse($text) }
}

# Writes records into a log group as a flow log does: a stream for each interface, the record's start as the event's time.
function Send-FlowRecord([uri] $EndpointUrl, [string] $LogGroupName, [FlowLogs.FlowLogRecord[]] $Record) {
    $streams = [ordered] @{}
    foreach ($one in $Record) {
        $stream = "$($one.InterfaceId)-all"
        if (-not $streams.Contains($stream)) { $streams[$stream] = [Collections.Generic.List[hashtable]]::new() }
        $streams[$stream].Add(@{ timestamp = $one.Start.ToUnixTimeMilliseconds(); message = $one.ToString() })
    }
    foreach ($stream in $streams.Keys) {
        $names = @{ logGroupName = $LogGroupName; logStreamName = $stream }
        try { $null = Invoke-LogsCall $EndpointUrl CreateLogStream $names }
        catch { if ("$_" -notlike '*ResourceAlreadyExists*') { throw } }
        $null = Invoke-LogsCall $EndpointUrl PutLogEvents ($names + @{ logEvents = $streams[$stream].ToArray() })
    }
}
