"""Words that say whether a number was reached, estimated, promised or foreseen."""
