"""Every word shown: translation, plain-language errors, dates and numbers."""
