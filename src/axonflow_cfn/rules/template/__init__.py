"""The template as a whole."""
