"""The only place that imports matplotlib: draw_x(figure, data, tokens)."""
