"""Whether each document has the shape that its kind of file must have, said in HR's words."""

from ladderc.validate.shape import validate

__all__ = ["validate"]
