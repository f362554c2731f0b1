variable "vpc_id" {
  description = "The VPC whose traffic is logged."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "A VPC's id begins with vpc-."
  }
}

variable "name" {
  description = "The log group's name, and what the names of everything else begin with."
  type        = string
  default     = "my-flow-log"

  validation {
    # It is part of a bucket's name as well.
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,35}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 37 characters: small letters, digits, and hyphens inside."
  }
}

variable "traffic_type" {
  description = "What is logged: ACCEPT, REJECT or ALL."
  type        = string
  default     = "ALL"

  validation {
    condition     = contains(["ACCEPT", "REJECT", "ALL"], var.traffic_type)
    error_message = "The traffic type is ACCEPT, REJECT or ALL."
  }
}

variable "max_aggregation_interval" {
  description = "Seconds of traffic in one record at most: 60 or 600. 60 gives earlier alarms and more records."
  type        = number
  default     = 600

  validation {
    condition     = contains([60, 600], var.max_aggregation_interval)
    error_message = "The aggregation interval is 60 or 600 seconds."
  }
}

variable "retention_in_days" {
  description = "How long the log group keeps events; 0 keeps them for ever. CloudWatch Logs takes only certain numbers."
  type        = number
  default     = 30

  validation {
    condition = contains(
      [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
      var.retention_in_days,
    )
    error_message = "CloudWatch Logs does not take this number of days."
  }
}

variable "alarm_threshold" {
  description = "So many SSH flows in five minutes are an alarm."
  type        = number
  default     = 10
}

variable "alarm_actions" {
  description = "ARNs of what an alarm starts, such as SNS topics."
  type        = list(string)
  default     = []
}

variable "deliver_to_s3" {
  description = "Whether a second flow log writes Parquet files to a bucket of its own."
  type        = bool
  default     = false
}

variable "s3_expiration_in_days" {
  description = "After so many days the files in the bucket are deleted."
  type        = number
  default     = 365
}

variable "subscription_lambda_arn" {
  description = "A Lambda function that is given SSH flows as they arrive; null for none. It must be in this Region and account."
  type        = string
  default     = null
}
