"""Security groups and other parts of a VPC."""
