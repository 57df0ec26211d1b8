"""What a host site should change, and why: Django's system checks."""
