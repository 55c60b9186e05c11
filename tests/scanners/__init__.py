"""Third-party scanners over the published template, and what is accepted of their findings."""
