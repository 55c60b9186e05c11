"""Alarms, dashboards and scaling."""
