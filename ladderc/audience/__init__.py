"""From the model and its verdicts to what one audience may know."""
