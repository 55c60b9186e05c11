"""The customer's guide, written from the template and the config so that it cannot drift."""
