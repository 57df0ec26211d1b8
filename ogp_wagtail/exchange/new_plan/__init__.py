"""A new plan from a few words: its owner, its page, and the landing page where the site has none."""
