"""axonflow-cfn."""
