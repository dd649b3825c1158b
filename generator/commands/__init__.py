"""The subcommands of `methodiek`, one module each. A module imports what it needs when it runs."""
