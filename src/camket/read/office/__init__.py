"""Files of old Office programs: what they are, and how another program reads them for us."""
