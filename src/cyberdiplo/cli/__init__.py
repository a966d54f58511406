"""Words to calls; the only room that knows Typer."""
