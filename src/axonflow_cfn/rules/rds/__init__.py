"""RDS databases."""
