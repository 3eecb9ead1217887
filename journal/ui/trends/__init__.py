"""Trends: the course of the chosen items, and their typical week."""
