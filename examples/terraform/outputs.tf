output "log_group_name" {
  description = "For Get-FlowLogEvent."
  value       = aws_cloudwatch_log_group.flow_log.name
}

output "flow_log_ids" {
  description = "The flow logs that were made."
  value       = concat([aws_flow_log.cloudwatch.id], aws_flow_log.s3[*].id)
}

output "alarm_name" {
  description = "For Get-FlowAlarm."
  value       = aws_cloudwatch_metric_alarm.ssh.alarm_name
}

output "s3_uri" {
  description = "For Get-FlowLogEvent -S3Uri; null without a bucket."
  value       = one([for bucket in aws_s3_bucket.flow_log : "s3://${bucket.id}"])
}
