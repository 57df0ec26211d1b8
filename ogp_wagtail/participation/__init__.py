"""Who was heard: notices, contributions and their reasoned responses."""
