using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>Gives the interfaces of the sample network what runs behind them: instances, tags, ECS tasks, gateways.</summary>
internal static class SampleLabels
{
    public static void Describe(SampleNetwork network, SampleRandom random)
    {
        var around = network.Surroundings;
        foreach (var server in network.WebServers)
        {
            Instance(server, random, "web%20server", "production");
            server.Set(FlowFieldId.InterfaceTag, "public");
            server.Set(FlowFieldId.InterfaceTag2, "R%26D");
            server.Set(FlowFieldId.AsgTag, "web%20fleet");
            server.Set(FlowFieldId.AsgTag2, "caf%C3%A9");
        }

        Instance(network.Bastion, random, "bastion", "production");
        Instance(around.Desktop, random, "desktop", "test");
        Instance(around.LocalZone, random, "edge%20cache", "test");
        foreach (var worker in around.Workers)
            Instance(worker, random, "worker", "production");
        foreach (var host in around.Idle)
            Instance(host, random, "standby", "production");
        foreach (var host in around.Fleet)
            Instance(host, random, "kiosk", "production");

        // Interfaces that AWS itself requested have no instance.
        around.NatGateway.Set(FlowFieldId.InterfaceType, "nat_gateway");
        around.Endpoint.Set(FlowFieldId.InterfaceType, "vpc_endpoint");

        var regional = around.RegionalNatGateway;
        regional.Set(FlowFieldId.AccountId, SampleNetwork.AccountId);
        regional.Set(FlowFieldId.Region, "us-east-1");
        regional.Set(FlowFieldId.ResourceId, "nat-1" + random.Hex(16));
        regional.Set(FlowFieldId.InterfaceType, "regional_nat_gateway");

        Task(around.Tasks[0], random, "shop", "checkout");
        around.Tasks[0].Set(FlowFieldId.EcsServiceName, "checkout");
        Task(around.Tasks[1], random, "batch", "report");
        var instance = random.Hex(32);
        around.Tasks[1].Set(FlowFieldId.EcsContainerInstanceArn, Arn($"container-instance/batch/{instance}"));
        around.Tasks[1].Set(FlowFieldId.EcsContainerInstanceId, instance);
        around.Tasks[1].Set(FlowFieldId.EcsSecondContainerId, random.Hex(32));
    }

    private static void Instance(SampleInterface one, SampleRandom random, string name, string stage)
    {
        one.Set(FlowFieldId.InstanceId, "i-0" + random.Hex(16));
        one.Set(FlowFieldId.InstanceTag, name);
        one.Set(FlowFieldId.InstanceTag2, stage);
    }

    private static void Task(SampleInterface one, SampleRandom random, string cluster, string definition)
    {
        var task = random.Hex(32);
        one.Set(FlowFieldId.EcsClusterArn, Arn($"cluster/{cluster}"));
        one.Set(FlowFieldId.EcsClusterName, cluster);
        one.Set(FlowFieldId.EcsContainerId, random.Hex(32));
        one.Set(FlowFieldId.EcsTaskDefinitionArn, Arn($"task-definition/{definition}:7"));
        one.Set(FlowFieldId.EcsTaskArn, Arn($"task/{cluster}/{task}"));
        one.Set(FlowFieldId.EcsTaskId, task);
    }

    private static string Arn(string resource) => $"arn:aws:ecs:us-east-1:{SampleNetwork.AccountId}:{resource}";
}
