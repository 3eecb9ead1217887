"""Colours, fonts and the stylesheet, made from the theme's tokens."""
