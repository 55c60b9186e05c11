"""The version of the library and of the published template."""

__version__ = "1.0.0"
