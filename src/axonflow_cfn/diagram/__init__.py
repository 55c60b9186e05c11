"""The architecture picture: what a template makes and who reaches whom, drawn from itself."""
