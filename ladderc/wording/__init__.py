"""Interface texts, numbers, money and dates by locale, nearest names."""
