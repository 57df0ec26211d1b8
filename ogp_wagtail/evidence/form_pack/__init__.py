"""Evidence for OGP's own web form, which takes three files of 10 MB: merged, shrunk, indexed, with links and hashes."""
