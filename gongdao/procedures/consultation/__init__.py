"""One question of law, one thread: by telephone, at the counter, by message, online; nothing is asked twice."""
