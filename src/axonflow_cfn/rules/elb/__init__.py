"""Load balancers, target groups, listeners and their certificates."""
