resource "aws_cloudwatch_log_metric_filter" "ssh" {
  name           = "SSHAccess"
  log_group_name = aws_cloudwatch_log_group.flow_log.name
  pattern        = local.ssh_pattern

  metric_transformation {
    name          = "SSHAccessCount"
    namespace     = "MyFlowLogs"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "ssh" {
  alarm_name          = "${var.name}-ssh"
  alarm_description   = "Many flows to port 22 within five minutes."
  namespace           = aws_cloudwatch_log_metric_filter.ssh.metric_transformation[0].namespace
  metric_name         = aws_cloudwatch_log_metric_filter.ssh.metric_transformation[0].name
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = var.alarm_threshold
  alarm_actions       = var.alarm_actions

  # Without events the metric filter writes nothing, and that is no alarm.
  treat_missing_data = "notBreaching"
}
