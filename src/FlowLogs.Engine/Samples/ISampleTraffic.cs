namespace FlowLogs.Samples;

/// <summary>One kind of traffic.</summary>
internal interface ISampleTraffic
{
    /// <summary>Logs what happens in a window. Windows come in order.</summary>
    void Add(SampleWindow window);
}
