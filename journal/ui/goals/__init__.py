"""The page for own goals: what they are, how they are rated, and which go on."""
