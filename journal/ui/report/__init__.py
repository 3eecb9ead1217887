"""The Report page: choose what goes in, see the pages as they will be, and hand them over."""
