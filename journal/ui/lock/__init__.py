"""The lock screen: the passphrase, the recovery code, and a new passphrase after it."""
