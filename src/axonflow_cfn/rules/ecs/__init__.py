"""ECS services and task definitions."""
