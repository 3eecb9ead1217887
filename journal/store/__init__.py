"""The only place with SQLite: vault, key slots, migrations, one module an aggregate.

Importing this package loads neither SQLite nor cryptography; that happens when a journal is opened.
"""
