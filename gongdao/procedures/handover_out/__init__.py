"""转办：a matter is handed out to another body; its result comes back and is told."""
