"""What must fit together across resources."""
