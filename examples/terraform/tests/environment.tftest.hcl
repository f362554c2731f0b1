# terraform test: nothing is called and nothing made, AWS's answers are mocked.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { name = "eu-west-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:my-flow-log" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/my-flow-log" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::my-flow-log-1"
      id  = "my-flow-log-1"
    }
  }
}

variables {
  vpc_id = "vpc-0123456789abcdef0"
}

run "only_the_log_group" {
  assert {
    condition     = output.s3_uri == null && length(output.flow_log_ids) == 1
    error_message = "There is a bucket that nobody asked for."
  }

  assert {
    condition     = length(aws_cloudwatch_log_subscription_filter.ssh) == 0 && length(aws_lambda_permission.logs) == 0
    error_message = "There is a subscription that nobody asked for."
  }
}

run "everything" {
  variables {
    deliver_to_s3           = true
    subscription_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:on-ssh"
  }

  assert {
    condition     = output.s3_uri == "s3://my-flow-log-1" && length(output.flow_log_ids) == 2
    error_message = "The second flow log is missing."
  }

  assert {
    condition     = aws_cloudwatch_log_subscription_filter.ssh[0].filter_pattern == aws_cloudwatch_log_metric_filter.ssh.pattern
    error_message = "The subscription has another pattern than the metric."
  }
}

run "wrong_values" {
  command = plan

  variables {
    vpc_id                   = "subnet-0123456789abcdef0"
    name                     = "My_Flow_Log"
    traffic_type             = "all"
    retention_in_days        = 2
    max_aggregation_interval = 30
  }

  expect_failures = [
    var.vpc_id,
    var.name,
    var.traffic_type,
    var.retention_in_days,
    var.max_aggregation_interval,
  ]
}
