"""What a change of the template does to a customer's running stack."""
