"""The answer of ``ladderc diff``: made once, then written as text, data, a comment or a page."""
