"""How it is going: the tracker and the monitoring body's three reports."""
