"""One template per statutory paper, rendered to .docx and PDF, kept with its fingerprint."""
