"""Names that AWS refuses."""
