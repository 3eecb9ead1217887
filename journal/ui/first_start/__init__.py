"""The first start: what Leeward is, a passphrase, a recovery code, and what is asked."""
