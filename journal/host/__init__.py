"""The machine: paths, resources, themes, region, clock, settings file, log, single instance."""
