data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  # The tutorial's pattern: who used SSH?
  ssh_pattern = "[version, account, eni, source, destination, srcport, dstport=22, protocol=6, packets, bytes, windowstart, windowend, action, flowlogstatus]"

  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
}

resource "aws_cloudwatch_log_group" "flow_log" {
  name              = var.name
  retention_in_days = var.retention_in_days
}

# The role with which the flow log writes to the group.
data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }

    # Only flow logs of this account may use it.
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

data "aws_iam_policy_document" "write" {
  statement {
    actions = [
      "logs:CreateLogStream",
      "logs:DescribeLogGroups",
      "logs:DescribeLogStreams",
      "logs:PutLogEvents",
    ]
    resources = [
      aws_cloudwatch_log_group.flow_log.arn,
      "${aws_cloudwatch_log_group.flow_log.arn}:*",
    ]
  }
}

resource "aws_iam_role" "flow_log" {
  name_prefix        = "${var.name}-"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "write" {
  name   = "write-to-log-group"
  role   = aws_iam_role.flow_log.id
  policy = data.aws_iam_policy_document.write.json
}

resource "aws_flow_log" "cloudwatch" {
  vpc_id                   = var.vpc_id
  traffic_type             = var.traffic_type
  max_aggregation_interval = var.max_aggregation_interval
  log_destination_type     = "cloud-watch-logs"
  log_destination          = aws_cloudwatch_log_group.flow_log.arn
  iam_role_arn             = aws_iam_role.flow_log.arn

  tags = {
    Name = var.name
  }

  depends_on = [aws_iam_role_policy.write]
}
