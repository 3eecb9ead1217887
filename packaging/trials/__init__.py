"""Trials that try to lose, leak or break something, and say what they found."""
