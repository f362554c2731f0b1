resource "aws_s3_bucket" "flow_log" {
  count = var.deliver_to_s3 ? 1 : 0

  bucket_prefix = "${var.name}-"
}

resource "aws_s3_bucket_public_access_block" "flow_log" {
  count = var.deliver_to_s3 ? 1 : 0

  bucket                  = aws_s3_bucket.flow_log[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "flow_log" {
  count = var.deliver_to_s3 ? 1 : 0

  bucket = aws_s3_bucket.flow_log[0].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = var.s3_expiration_in_days
    }
  }
}

# Whoever makes a flow log gets such a policy from EC2, unless the bucket has one; here it is in sight.
data "aws_iam_policy_document" "bucket" {
  count = var.deliver_to_s3 ? 1 : 0

  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.flow_log[0].arn}/AWSLogs/${local.account}/*"]

    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:logs:${data.aws_region.current.name}:${local.account}:*"]
    }
  }

  statement {
    sid       = "Check"
    actions   = ["s3:GetBucketAcl", "s3:ListBucket"]
    resources = [aws_s3_bucket.flow_log[0].arn]

    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:logs:${data.aws_region.current.name}:${local.account}:*"]
    }
  }
}

resource "aws_s3_bucket_policy" "flow_log" {
  count = var.deliver_to_s3 ? 1 : 0

  bucket = aws_s3_bucket.flow_log[0].id
  policy = data.aws_iam_policy_document.bucket[0].json
}

resource "aws_flow_log" "s3" {
  count = var.deliver_to_s3 ? 1 : 0

  vpc_id                   = var.vpc_id
  traffic_type             = var.traffic_type
  max_aggregation_interval = var.max_aggregation_interval
  log_destination_type     = "s3"
  log_destination          = aws_s3_bucket.flow_log[0].arn

  destination_options {
    file_format                = "parquet"
    hive_compatible_partitions = true
    per_hour_partition         = true
  }

  tags = {
    Name = "${var.name}-s3"
  }

  depends_on = [aws_s3_bucket_policy.flow_log]
}
