"""The only place with SQLite: vault, key slots, migrations, one module an aggregate."""
