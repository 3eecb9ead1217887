"""A calm moment: place and time, what is around, breathing, the person's own plan, someone to talk to.

The same room stands in the open journal and, without the passphrase, before it.
"""
