using FlowLogs.Samples.Traffic;

namespace FlowLogs.Samples.Scenarios;

/// <summary>Everyday traffic, quiet at either end of the log and busiest in the middle.</summary>
internal sealed class WebScenario(long count, SampleSpan span, SampleNetwork network, SampleRandom random)
    : SampleScenario(FlowScenario.Web, count, span, random)
{
    private const int HttpsPort = 443;

    private readonly SampleSurroundings _around = network.Surroundings;

    // The derivative at the ends is twice, in the middle half of what it would be otherwise.
    protected override double Warp(double place) => place + (place * (1 - place) * (1 - (2 * place)));

    protected override void Make(long start)
    {
        var server = Random.Pick(network.WebServers);
        var seconds = Random.MostlyLow(1, 60);
        switch (Random.Below(100))
        {
            case < 60:
                Add(server, WebTraffic.Visit(Random, Random.Pick(network.Clients), server.Address), start, seconds);
                break;
            case < 66:
                Add(server, WebTraffic.Visit(Random, Random.Pick(SampleSurroundings.ContentNetwork), server.Address), start, seconds);
                break;
            case < 70:
                server = network.WebServers[0];
                Add(server, WebTraffic.Visit(Random, Random.Pick(network.ClientsV6), server.AddressV6!), start, seconds);
                break;
            case < 73:
                VisitSecondAddress(start, seconds);
                break;
            case < 79:
                Add(server, OutgoingTraffic.Lookup(Random, server), start, 0);
                break;
            case < 84:
                Add(server, OutgoingTraffic.Call(Random, server, SampleNetwork.PaymentService), start, seconds);
                break;
            case < 87:
                var query = DatabaseTraffic.Query(Random, server, network.Database);
                Add(server, query, start, seconds);
                Add(network.Database, query, start, seconds);
                break;
            case < 90:
                CallThroughNat(start, seconds);
                break;
            case < 91:
                Add(_around.RegionalNatGateway, OutgoingTraffic.Call(Random, Random.Pick(_around.Workers), SampleSurroundings.PackageMirror), start, seconds);
                break;
            case < 93:
                var worker = Random.Pick(_around.Workers);
                Add(worker, OutgoingTraffic.Call(Random, worker, SampleSurroundings.Storage), start, seconds);
                break;
            case < 95:
                var task = Random.Pick(_around.Tasks);
                Add(task, OutgoingTraffic.Call(Random, task, _around.Endpoint.Address), start, seconds);
                break;
            case < 96:
                AskDataCentre(start, seconds);
                break;
            case < 98:
                Add(server, PingTraffic.Ping(Random, server), start, seconds);
                break;
            case < 99:
                RejectLatePacket(server, start);
                break;
            default:
                RejectUnencrypted(start);
                break;
        }
    }

    // Records name the primary address; the one that was asked for is the packets' own.
    private void VisitSecondAddress(long start, long seconds)
    {
        var server = network.WebServers[1];
        var visit = WebTraffic.Visit(Random, Random.Pick(network.Clients), server.Address);
        Add(server, visit.Request with { PacketDestination = SampleSurroundings.SecondAddress }, start, seconds);
        Add(server, visit.Answer with { PacketSource = SampleSurroundings.SecondAddress }, start, seconds);
    }

    // The gateway's interface logs both of its sides. Where it is one end, the packets' own address is the far one.
    private void CallThroughNat(long start, long seconds)
    {
        var worker = Random.Pick(_around.Workers);
        var nat = _around.NatGateway;
        var (request, answer) = OutgoingTraffic.Call(Random, worker, SampleSurroundings.PackageMirror);
        var port = Random.Between(1024, 65535);
        Add(worker, request, start, seconds);
        Add(nat, request with { Destination = nat.Address, PacketDestination = request.Destination }, start, seconds);
        Add(nat, request with { Source = nat.Address, SourcePort = port }, start, seconds);
        Add(nat, answer with { Destination = nat.Address, DestinationPort = port }, start, seconds);
        Add(nat, answer with { Source = nat.Address, PacketSource = answer.Source }, start, seconds);
        Add(worker, answer, start, seconds);
    }

    private void AskDataCentre(long start, long seconds)
    {
        var worker = Random.Pick(_around.Workers);
        var packets = Random.Between(6, 20);
        var ask = new SampleFlow(
            worker.Address, SampleSurroundings.DataCentre, Random.Between(32768, 60999), 389, SampleFlow.Tcp, packets, packets * Random.Between(60, 140));
        Add(worker, new SampleExchange(ask, ask.Back(packets, packets * Random.Between(90, 600))), start, seconds);
    }

    // A packet that comes after its connection has been closed.
    private void RejectLatePacket(SampleInterface server, long start)
    {
        var late = new SampleFlow(
            Random.Pick(network.Clients), server.Address, Random.Between(1024, 65535), HttpsPort, SampleFlow.Tcp, 1, 40)
        {
            IsAccepted = false,
            TcpFlags = Random.Percent(50) ? FlowTcpFlags.RST : default,
        };
        Add(server, late, start, 0);
    }

    private void RejectUnencrypted(long start)
    {
        var query = new SampleFlow(
            _around.LocalZone.Address, network.Database.Address, Random.Between(32768, 60999), 5432, SampleFlow.Tcp, 1, 60)
        {
            IsAccepted = false,
            TcpFlags = FlowTcpFlags.SYN,
            RejectReason = SampleFlow.NotEncrypted,
        };
        Add(_around.LocalZone, query, start, 0);
    }
}
