"""What the templates show: facts from the register, words from the pages, and only what is public."""
