"""Rules about how a framework is kept: waivers in date, in use and well made."""
