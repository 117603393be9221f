"""Which lawyer is on duty on which day at a service centre; who is not on it receives nobody that day."""
