"""What OGP asks of a local action plan, as plain Python."""
