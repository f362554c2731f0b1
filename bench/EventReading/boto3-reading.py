"""Fills a log group of an endpoint with flow logs, or reads it with boto3's paginator as scripts do.

boto3-reading.py fill ENDPOINT COUNT      boto3-reading.py read ENDPOINT
"""
import random
import sys
import time

import boto3

GROUP = "event-reading"
KEYS = {"region_name": "us-east-1", "aws_access_key_id": "bench", "aws_secret_access_key": "bench"}


def fill(logs, count):
    """A day of records of twenty interfaces, by time in each stream, as flow logs deliver them."""
    rng = random.Random(1)
    logs.create_log_group(logGroupName=GROUP)
    end = int(time.time()) - 3600
    streams = [f"eni-{i:017x}-all" for i in range(20)]
    for stream in streams:
        logs.create_log_stream(logGroupName=GROUP, logStreamName=stream)
    each = count // len(streams)
    for stream in streams:
        batch, size = [], 0
        for i in range(each):
            start = end - 86400 + 86400 * i // each
            line = (f"2 123456789012 {stream[:-4]} 10.0.{rng.randrange(256)}.{rng.randrange(256)} "
                    f"10.1.{rng.randrange(256)}.{rng.randrange(256)} {rng.randrange(1024, 65536)} 443 6 "
                    f"{rng.randrange(1, 100)} {rng.randrange(40, 100000)} {start} {start + 59} ACCEPT OK")
            if len(batch) == 10000 or size + len(line) + 26 > 1048576:
                logs.put_log_events(logGroupName=GROUP, logStreamName=stream, logEvents=batch)
                batch, size = [], 0
            batch.append({"timestamp": start * 1000, "message": line})
            size += len(line) + 26
        logs.put_log_events(logGroupName=GROUP, logStreamName=stream, logEvents=batch)


def read(logs):
    """The time and processor time that it takes, and how many fields there were."""
    began, used = time.perf_counter(), time.process_time()
    events = fields = 0
    for page in logs.get_paginator("filter_log_events").paginate(logGroupName=GROUP):
        for event in page["events"]:
            fields += len(event["message"].split())
            events += 1
    print(f"{events} {fields} {time.perf_counter() - began:.3f} {time.process_time() - used:.3f}")


client = boto3.client("logs", endpoint_url=sys.argv[2], **KEYS)
if sys.argv[1] == "fill":
    fill(client, int(sys.argv[3]))
else:
    read(client)
