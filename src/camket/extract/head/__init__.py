"""A paper's own head and foot: number, date, type, issuer, title, recipients, signer, event and area."""
