"""The page where the person shapes what is asked: items, groups, scales, profiles."""
