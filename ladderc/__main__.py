"""``python -m ladderc`` is the command."""

from ladderc.cli import main

main()
