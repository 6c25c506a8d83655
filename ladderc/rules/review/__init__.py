"""Rules about a change: they judge two states of a framework, and speak in ``ladderc diff`` alone."""
