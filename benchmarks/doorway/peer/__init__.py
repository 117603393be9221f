"""The usual way to build this with Django: django-fsm-2 for the states, django-simple-history for the record."""
