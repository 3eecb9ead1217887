"""Where the person writes the own plan and the own contacts."""
