"""From findings and verdicts to text and data formats."""
