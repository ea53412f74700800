"""What the pages of review show, made of facts and judgements."""
