using Id = FlowLogs.Records.FlowFieldId;
using Type = FlowLogs.Records.FlowFieldType;

namespace FlowLogs.Records.Table;

/// <summary>The VPC fields of versions 7 to 11: what the interface belongs to, and where the traffic goes next.</summary>
internal static class ContextFields
{
    private const FlowLogKinds Vpc = FlowLogKinds.Vpc;

    public static readonly FlowField[] Rows =
    [
        new(Id.EcsClusterArn, "ecs-cluster-arn", Type.Text, 7, Vpc, "ARN of the ECS cluster of the task"),
        new(Id.EcsClusterName, "ecs-cluster-name", Type.Text, 7, Vpc, "Name of the ECS cluster"),
        new(Id.EcsContainerInstanceArn, "ecs-container-instance-arn", Type.Text, 7, Vpc, "ARN of the ECS container instance; none on Fargate"),
        new(Id.EcsContainerInstanceId, "ecs-container-instance-id", Type.Text, 7, Vpc, "Id of the ECS container instance; none on Fargate"),
        new(Id.EcsContainerId, "ecs-container-id", Type.Text, 7, Vpc, "Runtime id of the task's first container"),
        new(Id.EcsSecondContainerId, "ecs-second-container-id", Type.Text, 7, Vpc, "Runtime id of the task's second container"),
        new(Id.EcsServiceName, "ecs-service-name", Type.Text, 7, Vpc, "Name of the ECS service, where one started the task"),
        new(Id.EcsTaskDefinitionArn, "ecs-task-definition-arn", Type.Text, 7, Vpc, "ARN of the ECS task definition"),
        new(Id.EcsTaskArn, "ecs-task-arn", Type.Text, 7, Vpc, "ARN of the ECS task"),
        new(Id.EcsTaskId, "ecs-task-id", Type.Text, 7, Vpc, "Id of the ECS task"),
        new(Id.RejectReason, "reject-reason", Type.Text, 8, Vpc, "Why traffic was rejected, where a control of the VPC did it", Vocabularies.RejectReason),
        new(Id.ResourceId, "resource-id", Type.Text, 9, Vpc, "Regional NAT gateway that saw the traffic; it has no interface"),
        new(Id.EncryptionStatus, "encryption-status", Type.Int32, 10, Vpc, "Who encrypts the traffic, where encryption controls are on", Vocabularies.EncryptionStatus),
        new(Id.InstanceTag, "instance-tag", Type.Text, 11, Vpc, "Value of the first chosen tag of the instance, percent-encoded"),
        new(Id.InstanceTag2, "instance-tag-2", Type.Text, 11, Vpc, "Value of the second chosen tag of the instance, percent-encoded"),
        new(Id.InterfaceTag, "interface-tag", Type.Text, 11, Vpc, "Value of the first chosen tag of the interface, percent-encoded"),
        new(Id.InterfaceTag2, "interface-tag-2", Type.Text, 11, Vpc, "Value of the second chosen tag of the interface, percent-encoded"),
        new(Id.AsgTag, "asg-tag", Type.Text, 11, Vpc, "Value of the first chosen tag of the Auto Scaling group, percent-encoded"),
        new(Id.AsgTag2, "asg-tag-2", Type.Text, 11, Vpc, "Value of the second chosen tag of the Auto Scaling group, percent-encoded"),
        new(Id.InterfaceType, "interface-type", Type.Text, 11, Vpc, "Type of the interface, where it belongs to a service", Vocabularies.InterfaceType),
        new(Id.NextHopInterfaceId, "next-hop-interface-id", Type.Text, 11, Vpc, "Interface at the other end of the hop: the receiver of outgoing, the sender of incoming traffic"),
        new(Id.NextHopSubnetId, "next-hop-subnet-id", Type.Text, 11, Vpc, "Subnet of the interface at the other end of the hop"),
        new(Id.NextHopAzId, "next-hop-az-id", Type.Text, 11, Vpc, "Id of the Availability Zone at the other end of the hop"),
        new(Id.NextHopVpcId, "next-hop-vpc-id", Type.Text, 11, Vpc, "VPC of the interface at the other end of the hop"),
        new(Id.NextHopInterfaceType, "next-hop-interface-type", Type.Text, 11, Vpc, "Type of the interface at the other end of the hop", Vocabularies.InterfaceType),
    ];
}
