"""Who was heard: notices to the public, contributions with their reasoned responses, the website of the process."""
