"""What an adviser is paid for a quarter: checked, proposed by one person, approved by another."""
