"""Work done later (D10). Rooms register kinds of work and queue it; this room knows none of them."""
