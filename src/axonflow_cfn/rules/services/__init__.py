"""Functions, buckets, queues, topics and file systems."""
