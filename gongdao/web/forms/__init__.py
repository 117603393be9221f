"""A step's form, made from the facts the step asks for: the same model checks the page, the API and the event."""
