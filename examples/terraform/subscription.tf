# CloudWatch Logs must be let in before the subscription is made: it tries the function at once.
resource "aws_lambda_permission" "logs" {
  count = var.subscription_lambda_arn == null ? 0 : 1

  statement_id   = "${var.name}-subscription"
  action         = "lambda:InvokeFunction"
  function_name  = var.subscription_lambda_arn
  principal      = "logs.amazonaws.com"
  source_arn     = "${aws_cloudwatch_log_group.flow_log.arn}:*"
  source_account = local.account
}

resource "aws_cloudwatch_log_subscription_filter" "ssh" {
  count = var.subscription_lambda_arn == null ? 0 : 1

  name            = "SSHEvents"
  log_group_name  = aws_cloudwatch_log_group.flow_log.name
  filter_pattern  = local.ssh_pattern
  destination_arn = var.subscription_lambda_arn

  depends_on = [aws_lambda_permission.logs]
}
