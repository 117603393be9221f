"""What one kind of service needs beyond its procedure. One folder each; none knows another."""
