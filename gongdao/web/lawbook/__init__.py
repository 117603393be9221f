"""Reading the law: find, article, versions."""
