"""Secrets and logs."""
