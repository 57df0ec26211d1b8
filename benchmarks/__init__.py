"""What the product costs, measured. Start with README.md; ``catalog`` says what is measured and why."""
