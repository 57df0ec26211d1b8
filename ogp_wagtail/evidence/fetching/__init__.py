"""Opening a link from the web without being led astray: `fetch` gives what is there, or says why not.

A link is given by people whom we do not know, and what answers is not known either. So only plain web addresses
are opened, only at public network addresses, with limits on size, time and redirects (OWASP's guidance on
server-side request forgery). Nothing here knows Django.
"""

from .outcome import REASONS, Fetched, Unopened
from .policy import Policy
from .web import fetch

__all__ = ["REASONS", "Fetched", "Policy", "Unopened", "fetch"]
