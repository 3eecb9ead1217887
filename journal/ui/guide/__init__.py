"""The guide: its pages, beside the list of them."""
