"""A treatment session: its page, and the Now view while it goes on."""
